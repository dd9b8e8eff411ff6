import { readBrevoFault } from './brevo-fault.js';

const fault = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  readBrevoFault({ status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) });

describe('readBrevoFault', () => {
  it('waits for as long as the limit lasts, which no Retry-After tells', () => {
    const headers = { 'x-sib-ratelimit-limit': '100', 'x-sib-ratelimit-reset': '1800' };
    expect(fault(429, { code: 'too_many_requests', message: 'Slow down' }, headers)).toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 1_800_000,
    });
  });

  it('waits ten minutes where nothing tells how long the limit lasts', () => {
    expect(fault(429, { code: 'too_many_requests' })).toMatchObject({ retryAfterMs: 600_000 });
    expect(fault(429, '<html>429</html>')).toMatchObject({ kind: 'rate_limited', retryAfterMs: 600_000 });
    expect(fault(429, '<html>429</html>', { 'retry-after': '7' })?.retryAfterMs).toBeUndefined();
  });

  it.each([
    [400, 'campaign_sent', 'conflict'],
    [400, 'duplicate_parameter', 'conflict'],
    [404, 'document_not_found', 'not_found'],
    [400, 'missing_parameter', 'invalid_input'],
    [402, 'not_enough_credits', 'rights_missing'],
  ])('reads %d %s as %s', (status, code, kind) => {
    expect(fault(status, { code, message: 'said' })).toMatchObject({ kind, code, message: 'said' });
  });

  it.each([
    [500, { code: 'internal', message: 'x' }],
    [425, { code: 'too_early', message: 'x' }],
    [403, '<html>403</html>'],
  ])('leaves %d to its status where Brevo says no more', (status, body) => {
    expect(fault(status, body)).toBeNull();
  });
});
