import { AppError, type AppErrorOptions, type ErrorKind, type LocalizedText } from '../errors/index.js';

/** What the log may know of a failed request: never headers, query or body. */
export interface RequestFacts {
  target: string;
  /** The target as users read it. */
  title?: string;
  method: string;
  /** Origin and path, secrets blacked out. */
  url: string;
  attempts: number;
  status?: number;
}

/** What a platform said of a failure: its code, its words with our secrets blacked out, and what is missing. */
export interface PlatformWords {
  code?: string | undefined;
  message?: string | undefined;
  missing?: readonly string[] | undefined;
}

interface FailureOptions {
  cause?: unknown;
  retryable?: boolean;
  retryAfterMs?: number | undefined;
  outcomeUnknown?: boolean;
  said?: PlatformWords | undefined;
}

/** The base of every failure of an outbound request, so that callers can tell them from other errors. */
export abstract class HttpFailure extends AppError {
  /**
   * Whether a write may have taken effect although it failed here. Look before writing again;
   * such an error is not `retryable`.
   */
  readonly outcomeUnknown: boolean;
  readonly #said: PlatformWords;

  constructor(kind: ErrorKind, reason: string, message: LocalizedText, options: AppErrorOptions & FailureOptions) {
    const { outcomeUnknown = false, said = {}, ...rest } = options;
    super(kind, reason, message, outcomeUnknown ? { ...rest, retryable: false } : rest);
    this.outcomeUnknown = outcomeUnknown;
    this.#said = said;
  }

  /** Not a property, so that no log prints it: platforms repeat what they were sent. */
  platformSaid(): PlatformWords {
    return this.#said;
  }

  /** The platform's HTTP status, where it gave one. */
  get status(): number | undefined {
    return typeof this.meta?.status === 'number' ? this.meta.status : undefined;
  }
}

/** The platform did not answer in time, could not be reached, or failed by itself. */
export class UpstreamUnavailable extends HttpFailure {
  constructor(reason: 'TIMED_OUT' | 'UNREACHABLE' | 'FAILED', facts: RequestFacts, options: FailureOptions = {}) {
    const target = titleOf(facts);
    const what = {
      TIMED_OUT: { en: 'did not answer in time', fr: 'n’a pas répondu à temps' },
      UNREACHABLE: { en: 'cannot be reached', fr: 'est injoignable' },
      FAILED: { en: 'failed to answer', fr: 'n’a pas pu répondre' },
    }[reason];
    super(
      'upstream_unavailable',
      `HTTP.${reason}`,
      { en: `${target} ${what.en}. Try again in a moment.`, fr: `${target} ${what.fr}. Réessayez dans un instant.` },
      { ...options, meta: { ...facts } },
    );
  }
}

/** The platform answered with something that this server does not accept. */
export class ReplyRefused extends HttpFailure {
  constructor(
    reason: 'REPLY_TOO_LARGE' | 'REPLY_NOT_UNDERSTOOD' | 'REDIRECT_REFUSED',
    facts: RequestFacts & { fault: string },
    options: FailureOptions = {},
  ) {
    super(
      'upstream_unavailable',
      `HTTP.${reason}`,
      {
        en: `${titleOf(facts)} answered in an unexpected way. Check its address; if it is right, send us the request id.`,
        fr: `${titleOf(facts)} a répondu de façon inattendue. Vérifiez son adresse ; si elle est juste, envoyez-nous l’identifiant de la requête.`,
      },
      { ...options, retryable: false, meta: { ...facts } },
    );
  }
}

export class UpstreamRateLimited extends HttpFailure {
  constructor(facts: RequestFacts, retryAfterMs: number | undefined, said?: PlatformWords) {
    super(
      'rate_limited',
      'HTTP.RATE_LIMITED',
      {
        en: `${titleOf(facts)} accepts no more requests for now. Try again in a moment.`,
        fr: `${titleOf(facts)} n’accepte plus de requêtes pour l’instant. Réessayez dans un instant.`,
      },
      { retryAfterMs, said, meta: { ...facts } },
    );
  }
}

/** The platform answered 401 or 403. */
export class CredentialRejected extends HttpFailure {
  constructor(facts: RequestFacts, said?: PlatformWords) {
    super(
      'credential_rejected',
      'HTTP.CREDENTIAL_REJECTED',
      {
        en: `${titleOf(facts)} refused the credentials. Check them and what they are allowed to do, then enter them again.`,
        fr: `${titleOf(facts)} a refusé les identifiants. Vérifiez-les ainsi que leurs droits, puis saisissez-les à nouveau.`,
      },
      { said, meta: { ...facts } },
    );
  }
}

/** The platform knows who asks, and does not allow this: a right, a scope or a plan is missing. */
export class RightsMissing extends HttpFailure {
  constructor(facts: RequestFacts, said: PlatformWords = {}) {
    const what = said.missing?.length ? ` (${said.missing.join(', ')})` : '';
    super(
      'credential_rejected',
      'HTTP.RIGHTS_MISSING',
      {
        en: `${titleOf(facts)} does not allow this with these credentials${what}. Add the missing right or plan there, then try again.`,
        fr: `${titleOf(facts)} ne permet pas cela avec ces identifiants${what}. Ajoutez-y le droit ou l’offre qui manque, puis réessayez.`,
      },
      { said, meta: { ...facts } },
    );
  }
}

/** The platform understood the request and said no, with a 4xx that none of the others stands for. */
export class UpstreamRefused extends HttpFailure {
  readonly #body: string;

  constructor(
    facts: RequestFacts & { status: number },
    body: string,
    as: { kind?: ErrorKind; said?: PlatformWords } = {},
  ) {
    const { status } = facts;
    const target = titleOf(facts);
    super(
      as.kind ?? refusalKind(status),
      'HTTP.REFUSED',
      {
        en: `${target} refused this request (${status}). Correct what was entered and try again.`,
        fr: `${target} a refusé cette requête (${status}). Corrigez la saisie puis réessayez.`,
      },
      { said: as.said, meta: { ...facts } },
    );
    this.#body = body;
  }

  /** What the platform said, cut short, our secrets blacked out. Not a property, so that no log prints it. */
  replyText(): string {
    return this.#body;
  }
}

/** An address given by a user that this server does not call. */
export class AddressRefused extends AppError {
  constructor(why: 'not a URL' | 'scheme' | 'credentials' | 'port' | 'not public' | 'path' | 'host') {
    super(
      'invalid_input',
      'HTTP.ADDRESS_REFUSED',
      {
        en: 'This address cannot be called. Give a public https address without user name, password or port.',
        fr: 'Cette adresse ne peut pas être appelée. Donnez une adresse https publique, sans nom d’utilisateur, mot de passe ni port.',
      },
      { meta: { why } },
    );
  }
}

function refusalKind(status: number): ErrorKind {
  if (status === 404 || status === 410) return 'not_found';
  return status === 409 ? 'conflict' : 'invalid_input';
}

function titleOf({ title, target }: RequestFacts): string {
  return title ?? target;
}
