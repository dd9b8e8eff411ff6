import type { BackoffStrategy } from 'bullmq';
import { AppError } from '../errors/index.js';
import { declaredJob, type Backoff } from './job-definition.js';
import { JobAttemptFailed } from './queue.errors.js';

const fallback: Backoff = { delayMs: 1_000, maxMs: 300_000 };

/**
 * When to try again after an error, or null when not. An `AppError` says so itself; anything else may be a passing
 * trouble and is tried again, later each time, and not by all at the same moment.
 *
 * @param attempt The number of the attempt that failed, from 1.
 */
export function retryDelay(error: unknown, attempt: number, backoff: Backoff): number | null {
  if (error instanceof AppError) {
    if (!error.retryable) return null;
    if (error.retryAfterMs !== undefined) return error.retryAfterMs;
  }
  const grown = Math.min(backoff.maxMs, backoff.delayMs * 2 ** (attempt - 1));
  return Math.round(grown * (0.75 + Math.random() / 2));
}

/** For BullMQ, which asks after each failed attempt: -1 means never. */
export function backoffStrategy(...[attempt, , error, job]: Parameters<BackoffStrategy>): number {
  if (error instanceof JobAttemptFailed) return error.retryInMs;
  // The job ran, and its result could not be recorded: the connection was lost meanwhile.
  return retryDelay(error, attempt, backoffOf(job?.name)) ?? -1;
}

export function backoffOf(job: string | undefined): Backoff {
  const declared = job === undefined ? undefined : declaredJob(job);
  return declared?.backoff ?? fallback;
}
