import { readIntercomFault } from './intercom-fault.js';

const limited = JSON.stringify({ type: 'error.list', errors: [{ code: 'rate_limit_exceeded', message: 'Too many' }] });

describe('readIntercomFault', () => {
  it('waits until the moment that the vendor names, counted from its own clock', () => {
    const headers = { date: 'Sat, 21 Nov 2026 12:00:00 GMT', 'x-ratelimit-reset': '1795262407' };
    expect(readIntercomFault({ status: 429, headers, text: limited })).toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 7000,
    });
  });

  it.each([{}, { 'x-ratelimit-reset': '1795262407' }, { date: 'Sat, 21 Nov 2026 12:00:00 GMT' }])(
    'names no wait where the headers are %j',
    (headers) => {
      const verdict = readIntercomFault({ status: 429, headers, text: limited });
      expect(verdict?.kind).toBe('rate_limited');
      expect(verdict?.retryAfterMs).toBeUndefined();
    },
  );

  it('leaves it to the status where the vendor itself failed, or said nothing of its own', () => {
    expect(readIntercomFault({ status: 500, headers: {}, text: limited })).toBeNull();
    for (const text of ['<html></html>', '', '[]', '{"errors":[]}', '{"errors":"no"}']) {
      expect(readIntercomFault({ status: 403, headers: {}, text })).toBeNull();
    }
  });
});
