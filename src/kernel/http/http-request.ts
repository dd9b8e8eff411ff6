import type { Secret } from '../config/index.js';
import type { ReplyReader } from './reply-reader.js';

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type HttpHeaders = Readonly<Record<string, string | Secret | undefined>>;

type QueryValue = string | number | boolean | Secret;
export type HttpQuery = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;

/** A reply as its platform sent it, for a platform whose statuses do not tell all. */
export interface RawReply {
  status: number;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>;
  text: string;
}

/** What a platform means by a reply, where its status alone does not tell. */
export interface Verdict {
  kind:
    | 'credential_rejected'
    | 'rights_missing'
    | 'rate_limited'
    | 'upstream_unavailable'
    | 'not_found'
    | 'conflict'
    | 'invalid_input';
  /** The platform's own code for it. */
  code?: string | undefined;
  /** The platform's own words; our secrets are blacked out of them. */
  message?: string | undefined;
  /** The rights, scopes or plans that are missing, as the platform names them. */
  missing?: readonly string[] | undefined;
  retryAfterMs?: number | undefined;
}

/** A platform or server that requests go to. */
export interface HttpTarget {
  /** As operators and users know it, in errors, logs and metrics: `vapi`. */
  name: string;
  /** As users read it in messages, where that differs: `Google Analytics`. */
  title?: string | undefined;
  /** Where its paths begin: `https://api.example.com/v2`. */
  baseUrl: string;
  /**
   * Who named the host. `operator`: this code or a `*_BASE_URL` setting; it may be private.
   * `user`: anyone else; only public https addresses are called.
   */
  hostFrom: 'operator' | 'user';
  /** Sent with every request; credentials as `Secret`. They never leave for another origin. */
  headers?: HttpHeaders | undefined;
  /** The header in which this platform reads an idempotency key (default `Idempotency-Key`). */
  idempotencyHeader?: string | undefined;
  /** Secrets that the headers hold only in another shape; they are blacked out wherever they come back. */
  secrets?: readonly Secret[] | undefined;
  /** Awaited before a request is sent again: whoever counts requests counts that one too. */
  beforeRepeat?: (() => Promise<void>) | undefined;
  /**
   * Asked about every reply before its status is believed: some platforms refuse with 200, or say only in the body why they
   * answered 403. Null leaves it to the status.
   */
  judge?: ((reply: RawReply) => Verdict | null) | undefined;
}

/** What is sent; a `Secret` anywhere inside is sent as its value. */
export type HttpBody =
  | { json: unknown }
  | { form: Readonly<Record<string, QueryValue | undefined>> }
  | { bytes: Uint8Array; contentType: string };

/** One request, typed by how its reply is read. */
export interface HttpRequest<T> {
  /** Default GET. */
  method?: HttpMethod | undefined;
  /** Below the target's base URL; build it with `` route`/call/${id}` ``. */
  path?: string | undefined;
  query?: HttpQuery | undefined;
  headers?: HttpHeaders | undefined;
  body?: HttpBody | undefined;
  reply: ReplyReader<T>;
  /** For a write on a platform that honours such keys: the same key has one effect however often it is sent. */
  idempotencyKey?: string | undefined;
  /** For a POST that only reads, such as a search: it may be sent again like a GET. */
  readOnly?: boolean | undefined;
  /** How often to try again where that is safe (default 2). */
  retries?: number | undefined;
  /** For everything together: all attempts and the waits between them (default 30 s). */
  timeoutMs?: number | undefined;
  /** A longer reply is refused (default 10 MB). */
  maxReplyBytes?: number | undefined;
  /** How many redirects a GET or HEAD may follow, each checked anew (default none). */
  followRedirects?: number | undefined;
  /** Gives the request up; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

export interface HttpReply<T> {
  status: number;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>;
  body: T;
  /** 1 when the first attempt was answered. */
  attempts: number;
}
