import { DatabaseError } from 'pg';
import { AppError } from '../../kernel/errors/index.js';

/** Seconds before the next try of a failed event: about a day in all for eight tries. */
const firstDelay = 5;
const longestDelay = 10 * 60 * 60;

export function retryDelaySeconds(attempts: number, error: unknown): number {
  if (error instanceof AppError && error.retryAfterMs !== undefined) return Math.ceil(error.retryAfterMs / 1000);
  return Math.min(longestDelay, firstDelay * 5 ** attempts);
}

/**
 * Whether the failure says nothing of the events: a lost connection, a database that stops, a deadlock. Then the claim
 * ends here and its rows come back with the lease. Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isInfrastructureFailure(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(08|40|53|55|57|58|XX)/.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  return 'code' in error
    ? /^(ECONN|EPIPE|ETIMEDOUT)/.test(String(error.code))
    : /connection terminated|connection timeout|timeout exceeded when trying to connect/i.test(error.message);
}

/** Whether PostgreSQL ended this transaction for the sake of another one, and the same work may succeed at once. */
export function isConflictFailure(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40P01' || error.code === '40001');
}

/** What the event's row says of the failure: its kind and first line, short. */
export function failureText(error: unknown): string {
  if (error instanceof AppError) return `${error.reason}: ${error.message}`.slice(0, 500);
  if (error instanceof Error) return `${error.name}: ${error.message.split('\n', 1)[0] ?? ''}`.slice(0, 500);
  return 'Unknown failure.';
}
