import { AppError, RateLimited } from '../errors/index.js';
import { JobAttemptFailed } from './queue.errors.js';
import { backoffStrategy, retryDelay } from './retry-delay.js';

const backoff = { delayMs: 1_000, maxMs: 10_000 };
const text = { en: 'x', fr: 'x' };

describe('retryDelay', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [4, 8_000],
    [5, 10_000],
    [30, 10_000],
  ])('after attempt %d of an unexpected error is about %d ms', (attempt, expected) => {
    const delay = retryDelay(new Error('boom'), attempt, backoff) ?? 0;

    expect(delay).toBeGreaterThanOrEqual(expected * 0.75);
    expect(delay).toBeLessThanOrEqual(expected * 1.25);
  });

  it('is what the error says, to the millisecond', () => {
    expect(retryDelay(new RateLimited(7_654), 1, backoff)).toBe(7_654);
  });

  it('grows for an error that may pass but does not say when', () => {
    expect(retryDelay(new AppError('upstream_unavailable', 'TEST.DOWN', text), 2, backoff)).toBeGreaterThan(1_400);
  });

  it('is none for an error that stays', () => {
    expect(retryDelay(new AppError('not_found', 'TEST.GONE', text), 1, backoff)).toBeNull();
  });
});

describe('backoffStrategy', () => {
  it('takes what the runner decided', () => {
    expect(backoffStrategy(1, 'declared', new JobAttemptFailed('x', 42))).toBe(42);
  });

  it('tries again when the result of a job could not be recorded', () => {
    expect(backoffStrategy(1, 'declared', new Error('Connection terminated'))).toBeGreaterThan(0);
  });
});
