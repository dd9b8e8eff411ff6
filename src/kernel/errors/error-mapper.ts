import { AppError, type ErrorKind } from './app-error.js';
import { inLocale, type Locale, type LocalizedText } from './localized-text.js';

/** The codes of `extensions.code` and of REST's `error.code`. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'CREDENTIAL_REJECTED'
  | 'INTERNAL';

/** An error as a client gets it, whatever the transport. */
export interface ClientError {
  code: ErrorCode;
  reason: string;
  message: string;
  status: number;
  retryAfterMs?: number;
  fields?: { path: string; message: string }[];
}

const byKind: Record<ErrorKind, { code: ErrorCode; status: number }> = {
  not_found: { code: 'NOT_FOUND', status: 404 },
  invalid_input: { code: 'BAD_USER_INPUT', status: 400 },
  conflict: { code: 'CONFLICT', status: 409 },
  unauthenticated: { code: 'UNAUTHENTICATED', status: 401 },
  forbidden: { code: 'FORBIDDEN', status: 403 },
  rate_limited: { code: 'RATE_LIMITED', status: 429 },
  credential_rejected: { code: 'CREDENTIAL_REJECTED', status: 422 },
  upstream_unavailable: { code: 'UPSTREAM_UNAVAILABLE', status: 503 },
  internal: { code: 'INTERNAL', status: 500 },
};

const internalMessage: LocalizedText = {
  en: 'Something went wrong on our side. Try again; if it happens again, send us the request id.',
  fr: 'Une erreur est survenue de notre côté. Réessayez ; si elle se reproduit, envoyez-nous l’identifiant de la requête.',
};

/** Turns anything thrown into what the client may know. What is not an `AppError` tells nothing of itself. */
export function toClientError(error: unknown, locale: Locale): ClientError {
  if (!(error instanceof AppError)) {
    return { ...byKind.internal, reason: 'KERNEL.INTERNAL', message: inLocale(internalMessage, locale) };
  }
  return {
    ...byKind[error.kind],
    reason: error.reason,
    message: inLocale(error.kind === 'internal' ? internalMessage : error.safeMessage, locale),
    ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    ...(error.fields && {
      fields: error.fields.map(({ path, message }) => ({ path, message: inLocale(message, locale) })),
    }),
  };
}
