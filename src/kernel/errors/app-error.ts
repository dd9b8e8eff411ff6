import type { LocalizedText } from './localized-text.js';

/** The closed set of ways in which an operation can fail. Clients see it as `extensions.code` and as the HTTP status. */
export const errorKinds = [
  'not_found',
  'invalid_input',
  'conflict',
  'unauthenticated',
  'forbidden',
  'rate_limited',
  'credential_rejected',
  'upstream_unavailable',
  'internal',
] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** What is wrong with one input field: `path` as the client named it (`input.email`). */
export interface FieldFault {
  path: string;
  message: LocalizedText;
}

export interface AppErrorOptions {
  cause?: unknown;
  /** For the log only: ids and names, never secrets or personal data. */
  meta?: Readonly<Record<string, string | number | boolean | null>> | undefined;
  /** Whether the same attempt may succeed later; workers read nothing else. */
  retryable?: boolean | undefined;
  retryAfterMs?: number | undefined;
  fields?: readonly FieldFault[] | undefined;
}

/**
 * The one base of all errors that a client may see.
 *
 * @param reason `MODULE.REASON`, stable, for programs: `VOICE.CALL_NOT_FOUND`.
 * @param safeMessage What to do next, in French and English; it never holds a secret or another tenant's data.
 * @example
 * export class CallNotFound extends AppError {
 *   constructor(id: string) {
 *     super('not_found', 'VOICE.CALL_NOT_FOUND', { en: 'This call does not exist.', fr: 'Cet appel n’existe pas.' }, { meta: { id } });
 *   }
 * }
 */
export class AppError extends Error {
  readonly meta: AppErrorOptions['meta'];
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly fields: readonly FieldFault[] | undefined;

  constructor(
    readonly kind: ErrorKind,
    readonly reason: string,
    readonly safeMessage: LocalizedText,
    options: AppErrorOptions = {},
  ) {
    super(safeMessage.en, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.meta = options.meta;
    this.retryable = options.retryable ?? (kind === 'upstream_unavailable' || kind === 'rate_limited');
    this.retryAfterMs = options.retryAfterMs;
    this.fields = options.fields;
  }
}
