import { readSendGridFault } from './sendgrid-fault.js';

const limited = (headers: Record<string, string>) =>
  readSendGridFault({ status: 429, headers, text: JSON.stringify({ errors: [{ message: 'too many requests' }] }) });

describe('faults of SendGrid', () => {
  it('waits until the limit is reset, counted from the moment of the reply', () => {
    const headers = { 'x-ratelimit-reset': '1795262460', date: 'Sat, 21 Nov 2026 12:00:00 GMT' };

    expect(limited(headers)).toMatchObject({ kind: 'rate_limited', retryAfterMs: 60_000 });
  });

  it.each([
    { 'x-ratelimit-reset': '1795262460' },
    { 'x-ratelimit-reset': 'soon', date: 'Sat, 21 Nov 2026 12:00:00 GMT' },
    { date: 'Sat, 21 Nov 2026 12:00:00 GMT' },
  ])('names no time where the reply does not tell it: %j', (headers) => {
    expect(limited(headers)).toMatchObject({ kind: 'rate_limited', retryAfterMs: undefined });
  });

  it('leaves what is not SendGrid’s own to the status', () => {
    const texts = ['<html>busy</html>', '{"errors":"many"}', '{"errors":[]}', '{"errors":[{"field":"to"}]}'];

    expect(texts.map((text) => readSendGridFault({ status: 403, headers: {}, text }))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
