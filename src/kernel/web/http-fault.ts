import { HttpException } from '@nestjs/common';
import { AppError, type ErrorKind, type LocalizedText } from '../errors/index.js';

/** A request that never reached an operation: no such route, unreadable, too large. */
export class HttpFault extends AppError {
  constructor(
    readonly status: number,
    kind: ErrorKind,
    fault: { reason: string; message: LocalizedText; cause?: unknown },
  ) {
    super(kind, `HTTP.${fault.reason}`, fault.message, { cause: fault.cause });
  }
}

interface Fault {
  kind: ErrorKind;
  reason: string;
  message: LocalizedText;
}

const badRequest: Fault = {
  kind: 'invalid_input',
  reason: 'BAD_REQUEST',
  message: {
    en: 'This request cannot be read. Check its address, headers and body.',
    fr: 'Cette requête est illisible. Vérifiez son adresse, ses en-têtes et son corps.',
  },
};

const invalidJson: Fault = {
  kind: 'invalid_input',
  reason: 'INVALID_JSON',
  message: { en: 'The body is not valid JSON.', fr: 'Le corps de la requête n’est pas du JSON valide.' },
};

const bodyTooLarge: Fault = {
  kind: 'invalid_input',
  reason: 'BODY_TOO_LARGE',
  message: {
    en: 'The body is too large. Send less at once.',
    fr: 'Le corps de la requête est trop volumineux. Envoyez-en moins à la fois.',
  },
};

const byStatus: Readonly<Record<number, Fault>> = {
  401: {
    kind: 'unauthenticated',
    reason: 'UNAUTHENTICATED',
    message: { en: 'Sign in first.', fr: 'Connectez-vous d’abord.' },
  },
  403: {
    kind: 'forbidden',
    reason: 'FORBIDDEN',
    message: { en: 'This is not open to you.', fr: 'Cette opération ne vous est pas ouverte.' },
  },
  404: {
    kind: 'not_found',
    reason: 'NO_SUCH_ROUTE',
    message: {
      en: 'Nothing is served at this address with this method.',
      fr: 'Rien n’est servi à cette adresse avec cette méthode.',
    },
  },
  413: bodyTooLarge,
  415: {
    kind: 'invalid_input',
    reason: 'UNSUPPORTED_MEDIA_TYPE',
    message: {
      en: 'Send the body as JSON, with the header Content-Type: application/json.',
      fr: 'Envoyez le corps en JSON, avec l’en-tête Content-Type: application/json.',
    },
  },
  503: {
    kind: 'upstream_unavailable',
    reason: 'UNAVAILABLE',
    message: { en: 'Not available now. Try again shortly.', fr: 'Indisponible pour le moment. Réessayez sous peu.' },
  },
};

const jsonFaults = new Set(['FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_EMPTY_JSON_BODY']);

/**
 * What a client may know of anything thrown around a request: our own errors as they are, those of Nest and Fastify in
 * our words. Undefined for what is a fault of this server.
 */
export function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  const status = statusOf(error);
  if (status === undefined || (status >= 500 && status !== 503)) return undefined;
  const { kind, ...fault } = isJsonFault(error) ? invalidJson : (byStatus[status] ?? badRequest);
  return new HttpFault(status, kind, { ...fault, cause: error });
}

export function tooLarge(): HttpFault {
  const { kind, ...fault } = bodyTooLarge;
  return new HttpFault(413, kind, fault);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const isFastifyError = error instanceof Error && 'statusCode' in error && 'code' in error;
  return isFastifyError && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function isJsonFault(error: unknown): boolean {
  const source = error instanceof HttpException ? (error.cause ?? error) : error;
  if (!(source instanceof Error) || !('code' in source)) return source instanceof SyntaxError;
  return typeof source.code === 'string' && jsonFaults.has(source.code);
}
