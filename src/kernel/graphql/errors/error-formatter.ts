import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type AppError, inLocale, toClientError, type ErrorCode, type Locale } from '../../errors/index.js';
import { type AppLogger } from '../../observability/index.js';
import { asAppError } from '../../web/index.js';
import { causeOf } from './error-cause.js';
import { documentFault } from './graphql.errors.js';

/** For whom an error is put into words. */
export interface ErrorReader {
  locale: Locale;
  requestId: string;
}

/** `extensions` of every error of this API. */
export interface ErrorExtensions extends Record<string, unknown> {
  code: ErrorCode;
  reason: string;
  requestId: string;
  retryAfterMs?: number;
  fields?: { path: string; message: string }[];
}

export interface FormattedError extends GraphQLFormattedError {
  extensions: ErrorExtensions;
}

/** The one way from anything thrown to an entry of `errors`: compiled, interpreted, over HTTP or WebSocket. */
export class ErrorFormatter {
  constructor(private readonly log: AppLogger) {}

  format(error: unknown, { locale, requestId }: ErrorReader): FormattedError {
    const cause = causeOf(error);
    const known = asAppError(cause) ?? (cause instanceof GraphQLError ? graphqlFault(cause, error) : undefined);
    if (!known || known.kind === 'internal') this.#note(error, cause, requestId);
    const { code, reason, message, retryAfterMs, fields } = toClientError(known ?? cause, locale);
    const at = known && !fields ? variablePath(error) : undefined;
    return {
      message,
      ...placeOf(error),
      extensions: {
        code,
        reason,
        requestId,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
        ...(fields && { fields }),
        ...(known && at !== undefined && { fields: [{ path: at, message: inLocale(known.safeMessage, locale) }] }),
      },
    };
  }

  #note(error: unknown, cause: unknown, requestId: string): void {
    const path = error instanceof GraphQLError ? error.path?.join('.') : undefined;
    this.log.error('graphql.unexpected_error', { requestId, path, error: cause });
  }
}

/**
 * GraphQL's own words are about the client's document as long as they come before execution, or about arguments.
 * During execution, others mean that a resolver broke the schema's promise: our fault, and nobody's business.
 */
function graphqlFault(cause: GraphQLError, outer: unknown): AppError | undefined {
  const executed = outer instanceof GraphQLError && outer.path !== undefined;
  if (executed && !cause.message.startsWith('Argument "')) return undefined;
  // What a built-in scalar says of a variable does not name the variable; what is wrapped around it does.
  const namesVariable = outer instanceof GraphQLError && outer.message.startsWith('Variable "$');
  return documentFault(namesVariable ? outer.message : cause.message);
}

function placeOf(error: unknown): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  if (!(error instanceof GraphQLError)) return {};
  return {
    ...(error.locations && error.locations.length > 0 && { locations: error.locations }),
    ...(error.path && { path: error.path }),
  };
}

/** `input.phoneNumber` out of `Variable "$input" got invalid value "x" at "input.phoneNumber"; …`. */
function variablePath(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError) || !(error.originalError instanceof GraphQLError)) return undefined;
  const suffix = `; ${error.originalError.message}`;
  if (!error.message.startsWith('Variable "$') || !error.message.endsWith(suffix)) return undefined;
  const head = error.message.slice(0, -suffix.length);
  return / at "([^"]+)"$/.exec(head)?.[1] ?? /^Variable "\$(\w+)"/.exec(head)?.[1];
}
