import { readMixpanelFault } from './mixpanel-fault.js';

const limited = (text: string, headers: Record<string, string> = {}) =>
  readMixpanelFault({ status: 429, headers, text });

describe('how long Mixpanel is left alone', () => {
  it.each(['{"error":"Project exceeded rate limits."}', ''])('ten minutes after %j', (text) => {
    expect(limited(text)).toMatchObject({ kind: 'rate_limited', retryAfterMs: 600_000 });
  });

  it('as long as it asks for', () => {
    expect(limited('', { 'retry-after': '7' })?.retryAfterMs).toBeUndefined();
  });
});
