import { AppError } from '../errors/index.js';

/**
 * What the log keeps of an error. Other properties are left out on purpose: drivers put rows, requests and
 * connection settings there.
 */
export function errorFields(error: Error): Record<string, unknown> {
  return {
    type: error.name,
    message: error.message,
    ...(error instanceof AppError && { kind: error.kind, reason: error.reason, meta: error.meta }),
    ...('code' in error && { code: error.code }),
    ...(isUnexpected(error) && { stack: error.stack }),
    ...(error.cause !== undefined && { cause: error.cause }),
    ...(error instanceof AggregateError && { errors: error.errors }),
  };
}

/** Nobody needs to know where "this call does not exist" was thrown. */
function isUnexpected(error: Error): boolean {
  return !(error instanceof AppError) || error.kind === 'internal';
}
