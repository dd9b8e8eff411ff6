import { GraphQLError, type ExecutionResult, type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql';

/** What was thrown, below whatever GraphQL wrapped around it on the way. */
export function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Wraps anything thrown, so that it can stand in a result. */
export function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

/**
 * Apollo hands errors on in their final form, where what was thrown is lost. Ours get their words later, where the
 * request is known: until then they travel inside the form.
 */
export function carry(error: unknown): GraphQLFormattedError {
  return { message: 'not yet formatted', extensions: { carried: error } };
}

export function carriedBy(error: GraphQLFormattedError): unknown {
  return error.extensions && 'carried' in error.extensions ? error.extensions.carried : error;
}

export function carryAll({ errors, ...result }: ExecutionResult): FormattedExecutionResult {
  return errors ? { ...result, errors: errors.map(carry) } : result;
}
