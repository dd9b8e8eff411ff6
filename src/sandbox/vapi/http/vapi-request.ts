/** A request as it came in. */
export interface VapiRequest {
  readonly method: string;
  /** Without the vendor's host before it and the query behind it. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface VapiReply {
  readonly status: number;
  readonly body: unknown;
}

export type Members = Readonly<Record<string, unknown>>;

const names: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** As Vapi refuses: one sentence, or a list of what is wrong with the members of the body. */
export function refused(status: number, message: string | readonly string[]): VapiReply {
  return { status, body: { statusCode: status, message, error: names[status] ?? 'Error' } };
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object of the body; an empty one where there is none. */
export function membersOf(value: unknown): Members {
  return isMembers(value) ? value : {};
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const e164 = /^\+[1-9]\d{6,14}$/;

export function isE164(value: unknown): value is string {
  return typeof value === 'string' && e164.test(value);
}

/** What Vapi says of a number that is not. */
export function notE164(name: string): string {
  return `${name} must be a valid phone number in the E.164 format. Hot tip, you may be missing the country code (Eg. US: +1).`;
}
