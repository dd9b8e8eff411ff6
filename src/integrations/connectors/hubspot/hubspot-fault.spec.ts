import { readHubspotFault } from './hubspot-fault.js';

const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  text: JSON.stringify(body),
});

describe('what HubSpot’s refusals mean', () => {
  it.each([
    ['the ten seconds that the header tells', 'TEN_SECONDLY_ROLLING', 10_000],
    ['an hour, for a day’s quota', 'DAILY', 3_600_000],
    ['a second, for searches', undefined, 1_000],
  ])('waits %s', (_what, policyName, retryAfterMs) => {
    const headers = { 'x-hubspot-ratelimit-interval-milliseconds': '10000' };
    const verdict = readHubspotFault(reply(429, { message: 'limit', errorType: 'RATE_LIMIT', policyName }, headers));
    expect(verdict).toMatchObject({ kind: 'rate_limited', code: 'RATE_LIMIT', retryAfterMs });
  });

  it('leaves the wait to Retry-After where there is one', () => {
    const verdict = readHubspotFault(reply(429, { message: 'limit', policyName: 'DAILY' }, { 'retry-after': '5' }));
    expect(verdict?.retryAfterMs).toBeUndefined();
  });

  it('names the scopes, from wherever they stand', () => {
    const errors = [{ context: { requiredGranularScopes: ['a', 'b'] } }, { context: { requiredScopes: ['b'] } }];
    expect(readHubspotFault(reply(403, { message: 'no', errors }))?.missing).toEqual(['a', 'b']);
    expect(readHubspotFault(reply(403, { message: 'no', context: { missingScopes: ['c'] } }))?.missing).toEqual(['c']);
    expect(readHubspotFault(reply(403, { message: 'no', context: 'odd', errors: 'odd' }))?.missing).toEqual(['no']);
  });

  it('tells a lock and a wrong value by what HubSpot says of them', () => {
    expect(readHubspotFault(reply(423, { message: 'locked' }))).toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 2_000,
    });
    expect(readHubspotFault(reply(400, { message: 'no such stage', category: 'VALIDATION_ERROR' }))).toMatchObject({
      kind: 'invalid_input',
      code: 'VALIDATION_ERROR',
      message: 'no such stage',
    });
  });

  it('leaves what is not HubSpot’s to the status', () => {
    expect(readHubspotFault({ status: 403, headers: {}, text: '<html>no</html>' })).toBeNull();
    expect(readHubspotFault(reply(500, { message: 'oops' }))).toBeNull();
  });
});
