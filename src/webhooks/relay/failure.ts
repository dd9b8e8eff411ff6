import { AppError } from '../../kernel/errors/index.js';

/** Seconds before the next try of a failed event: about a day in all for eight tries. */
const firstDelay = 5;
const longestDelay = 10 * 60 * 60;

export function retryDelaySeconds(attempts: number, error: unknown): number {
  if (error instanceof AppError && error.retryAfterMs !== undefined) return Math.ceil(error.retryAfterMs / 1000);
  return Math.min(longestDelay, firstDelay * 5 ** attempts);
}

/** Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html, also where TypeORM has wrapped the error. */
const sqlState = /^(08|40|53|55|57|58|XX)[0-9A-Z]{3}$/;
const socketFault = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;
/** What pg, its pool and TypeORM say of a connection that was lost; these errors have no code. */
const lostConnection =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|query runner already released/i;

/**
 * Whether the failure says nothing of the events: a lost connection, a database that stops, a deadlock. Then the claim
 * ends here and its rows come back with the lease.
 */
export function isInfrastructureFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return sqlState.test(code) || socketFault.test(code) || lostConnection.test(error.message);
}

/** Whether PostgreSQL ended this transaction for the sake of another one, and the same work may succeed at once. */
export function isConflictFailure(error: unknown): boolean {
  return error instanceof Error && ['40001', '40P01'].includes(codeOf(error));
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What the event's row says of the failure: its kind and first line, short. */
export function failureText(error: unknown): string {
  if (error instanceof AppError) return `${error.reason}: ${error.message}`.slice(0, 500);
  if (error instanceof Error) return `${error.name}: ${error.message.split('\n', 1)[0] ?? ''}`.slice(0, 500);
  return 'Unknown failure.';
}
