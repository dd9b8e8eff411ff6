import { bucketKey } from './bucket-key.js';

describe('the key of a stretch of time', () => {
  it.each([
    ['2026-03-28T23:00:00Z', 'DAY', 'Europe/Paris', '2026-03-29'],
    ['2026-03-29T00:00:00Z', 'HOUR', 'Europe/Paris', '2026-03-29T01:00:00+01:00'],
    ['2026-03-29T01:00:00Z', 'HOUR', 'Europe/Paris', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25T00:00:00Z', 'HOUR', 'Europe/Paris', '2026-10-25T02:00:00+02:00'],
    ['2026-10-25T01:00:00Z', 'HOUR', 'Europe/Paris', '2026-10-25T02:00:00+01:00'],
    ['2026-03-01T05:00:00Z', 'MONTH', 'America/Toronto', '2026-03'],
    ['2026-02-28T18:30:00Z', 'HOUR', 'Asia/Kolkata', '2026-03-01T00:00:00+05:30'],
    ['2026-01-01T00:00:00Z', 'HOUR', 'UTC', '2026-01-01T00:00:00+00:00'],
    ['2026-10-18T22:00:00Z', 'WEEK', 'Europe/Paris', '2026-10-19'],
  ] as const)('of %s as %s in %s is %s', (...[begin, group, timeZone, key]) => {
    expect(bucketKey(new Date(begin), group, timeZone)).toBe(key);
  });
});
