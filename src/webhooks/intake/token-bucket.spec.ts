import { TokenBucket } from './token-bucket.js';

describe('TokenBucket', () => {
  it('lets a burst through, then tells when to come back', () => {
    const bucket = new TokenBucket(10, 3, 0);
    expect([0, 0, 0].map((now) => bucket.take(now, 0))).toEqual([0, 0, 0]);
    expect(bucket.take(0, 0)).toBe(100);
  });

  it('refills at its rate, never beyond its capacity', () => {
    const bucket = new TokenBucket(10, 2, 0);
    bucket.take(0, 0);
    bucket.take(0, 0);
    expect(bucket.take(100, 0)).toBe(0);
    expect([1, 2, 3].map(() => bucket.take(60_000, 0))).toEqual([0, 0, 100]);
  });

  it('keeps its reserve for what matters more', () => {
    const bucket = new TokenBucket(10, 3, 0);
    expect(bucket.take(0, 2)).toBe(0);
    expect(bucket.take(0, 2)).toBeGreaterThan(0);
    expect([bucket.take(0, 0), bucket.take(0, 0)]).toEqual([0, 0]);
  });
});
