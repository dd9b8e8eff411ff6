import { readCalComFault } from './cal-com-fault.js';

const fault = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  readCalComFault({ status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) });
const nested = (code: string, message: string, details?: object) => ({
  status: 'error',
  error: { code, message, details },
});

describe('readCalComFault', () => {
  it('reads the words of most parts of the API, which stand in an object of their own', () => {
    const message = 'User either already has booking at this time or is not available';
    expect(fault(400, nested('BadRequestException', message))).toEqual({
      kind: 'invalid_input',
      code: 'BadRequestException',
      message,
    });
  });

  it('reads those of the booking core, which stand beside the status', () => {
    expect(fault(409, { statusCode: 409, message: 'booking_conflict_error' })).toEqual({
      kind: 'conflict',
      code: undefined,
      message: 'booking_conflict_error',
    });
  });

  it.each([
    ['texts', ['start must be a date']],
    ['objects', [{ property: 'start', constraints: { isDate: 'start must be a date' } }]],
    ['messages', [{ path: ['start'], message: 'start must be a date' }]],
  ])('says what is wrong with each field, given as %s', (_form, errors) => {
    expect(fault(400, nested('BadRequestException', 'Bad Request', { errors }))?.message).toBe(
      'Bad Request; start must be a date',
    );
  });

  it('names the scopes that a token lacks', () => {
    const message =
      'insufficient_scope: token does not have the required scopes. Required: BOOKING_READ, BOOKING_WRITE. Token has: PROFILE_READ';
    expect(fault(403, nested('ForbiddenException', message))).toMatchObject({
      kind: 'rights_missing',
      missing: ['BOOKING_READ', 'BOOKING_WRITE'],
    });
  });

  it('takes what an organization’s plan lacks for a missing right, in Cal.com’s own words', () => {
    const message = 'Organization API access is not enabled';
    expect(fault(403, { statusCode: 403, message })).toMatchObject({ kind: 'rights_missing', missing: [message] });
  });

  it('takes the refusals of the token service for refused credentials', () => {
    expect(fault(400, { error: 'invalid_grant', error_description: 'code_invalid_or_expired' })).toMatchObject({
      kind: 'credential_rejected',
      code: 'invalid_grant',
    });
  });

  describe('of a limit', () => {
    const body = nested('ThrottlerException', 'Too Many Requests');

    it.each([
      ['the seconds that remain', { 'x-ratelimit-reset-default': '42' }, 42_000],
      ['the longest of several', { 'x-ratelimit-reset-default': '42', 'x-ratelimit-reset-burst': '50' }, 50_000],
      ['nothing where none is told', {}, undefined],
      ['nothing of what is no number', { 'x-ratelimit-reset-default': 'soon' }, undefined],
      ['no moment, which would be decades', { 'x-ratelimit-reset-default': '1795262410' }, undefined],
    ])('tells %s', (_what, headers, retryAfterMs) => {
      expect(fault(429, body, headers)).toMatchObject({ kind: 'rate_limited', retryAfterMs });
    });

    it('leaves the wait to Retry-After where there is one', () => {
      const headers = { 'retry-after': '7', 'x-ratelimit-reset-default': '42' };
      expect(fault(429, body, headers)?.retryAfterMs).toBeUndefined();
    });

    it('is read from the headers alone where the body is no JSON', () => {
      expect(fault(429, '<html>', { 'x-ratelimit-reset-default': '3' })?.retryAfterMs).toBe(3_000);
    });
  });

  it.each([500, 503])('leaves %d to its status', (status) => {
    expect(fault(status, { message: 'Internal server error' })).toBeNull();
  });

  it.each(['<html>403</html>', '', '[]', 'null', '{"message":7}', '{"error":7}'])('leaves %j to its status', (text) => {
    expect(fault(403, text)).toBeNull();
  });
});
