import { readAmplitudeFault } from './amplitude-fault.js';

const limited = (text: string, headers: Record<string, string> = {}) =>
  readAmplitudeFault({ status: 429, headers, text });

describe('how long Amplitude is left alone', () => {
  it.each([
    [
      'a minute where it counts by the minute',
      '{"error":"Number of requests per minute exceeds system limit"}',
      60_000,
    ],
    ['five minutes where it says something else', '{"error":"Query cost exceeded"}', 300_000],
    ['five minutes where it says nothing', '', 300_000],
  ])('%s', (_what, text, retryAfterMs) => {
    expect(limited(text)).toMatchObject({ kind: 'rate_limited', retryAfterMs });
  });

  it('as long as it asks for', () => {
    expect(limited('', { 'retry-after': '7' })?.retryAfterMs).toBeUndefined();
  });
});
