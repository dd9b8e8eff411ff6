import type { TwilioAccount } from '../state/twilio-account.js';

/** What of Twilio a path belongs to: the first label of its host. */
export type Product = 'api' | 'pricing' | 'trunking' | 'routes' | 'monitor' | 'numbers';

/** A request that Twilio was sent. */
export interface TwilioReceived {
  readonly method: string;
  /** The vendor's host before the path; empty where none was. */
  readonly host: string;
  /** Without that host and the query behind it. */
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact text. */
  readonly text: string;
  readonly form: URLSearchParams;
}

/** A request as routes see it. */
export interface TwilioRequest {
  readonly path: string;
  readonly search: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** What stands in the path where the route has a name. */
  readonly parts: Readonly<Record<string, string>>;
  /** Whose credentials it came with. */
  readonly account: TwilioAccount;
  /** The answer is to be the state before the last change. */
  readonly isStale: boolean;
}

export interface TwilioReply {
  readonly status: number;
  /** JSON, or bytes of `contentType`. */
  readonly body: unknown;
  readonly contentType?: string | undefined;
}

export interface TwilioRoute {
  readonly product: Product;
  readonly method: string;
  /** `/2010-04-01/Accounts/:account/Calls/:sid.json` */
  readonly path: string;
  readonly handle: (request: TwilioRequest) => TwilioReply | Promise<TwilioReply>;
}

export const ok = (body: unknown): TwilioReply => ({ status: 200, body });
export const created = (body: unknown): TwilioReply => ({ status: 201, body });
export const gone: TwilioReply = { status: 204, body: null };

/** Where the account's things of 2010 are. */
export const ofAccount = '/2010-04-01/Accounts/:account';

export function uriOf(accountSid: string, rest = ''): string {
  return `/2010-04-01/Accounts/${accountSid}${rest}`;
}
