import { backOffMs, readRetryAfter } from './back-off.js';

describe('backOffMs', () => {
  it('grows, spreads and ends', () => {
    expect([1, 2, 3].map((attempt) => backOffMs(attempt, 1))).toEqual([500, 1000, 2000]);
    expect(backOffMs(3, 0)).toBe(0);
    expect(backOffMs(30, 1)).toBe(10_000);
  });

  it('never comes earlier than asked', () => {
    expect(backOffMs(1, 0, 3000)).toBe(3000);
    expect(backOffMs(1, 1, 3000)).toBe(3500);
  });
});

describe('readRetryAfter', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 1.5 ', 1500],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    [undefined, undefined],
  ])('reads %j as %j', (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });
});
