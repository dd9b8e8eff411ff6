import type { z } from 'zod';
import type { Secret } from '../../kernel/config/index.js';
import type { HttpBody, HttpHeaders, HttpMethod, HttpQuery, ReplyReader } from '../../kernel/http/index.js';

/** What a connector may know of a connection: what was entered that is no secret, and what the vendor told with a token. */
export interface VendorSettings {
  /** @throws Error for a setting that is not declared, or has no value. */
  text(key: string): string;
  optionalText(key: string): string | undefined;
  /** @throws Error for a fact that the vendor did not tell. */
  fact(key: string): string;
  optionalFact(key: string): string | undefined;
}

/** One request to a vendor, typed by how its reply is read: a zod schema for JSON, or a reader for the rest. */
export interface VendorRequest<T> {
  /** One of the connector's bases; default `main`. */
  base?: string | undefined;
  query?: HttpQuery | undefined;
  headers?: HttpHeaders | undefined;
  json?: unknown;
  form?: Extract<HttpBody, { form: unknown }>['form'] | undefined;
  bytes?: { content: Uint8Array; contentType: string } | undefined;
  reply: z.ZodType<T> | ReplyReader<T>;
  /** For a POST that only reads, such as a search or a report: it may be sent again like a GET. */
  readOnly?: boolean | undefined;
  /** The header in which the vendor takes an idempotency key for this one request, where it does not for all. */
  idempotencyHeader?: string | undefined;
  /** A PUT or DELETE that has another effect each time: it is never sent again by itself. */
  once?: boolean | undefined;
  /** Sent without credentials: an upload address that the vendor gave. */
  anonymous?: boolean | undefined;
  /** All attempts together; 20 s unless given. */
  timeoutMs?: number | undefined;
}

export interface VendorReply<T> {
  status: number;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>;
  body: T;
}

/**
 * A vendor's API as one connection sees it: signed, paced, bounded, to declared hosts only. It never hands out credentials.
 *
 * A path is made with `` route`/tickets/${id}` ``, or is a whole address that the vendor gave (a next page, an upload).
 */
export interface VendorClient {
  readonly settings: VendorSettings;
  /** The way in that the credentials are for, by its key. */
  readonly mode: string;
  get<T>(path: string, request: VendorRequest<T>): Promise<T>;
  post<T>(path: string, request: VendorRequest<T>): Promise<T>;
  put<T>(path: string, request: VendorRequest<T>): Promise<T>;
  patch<T>(path: string, request: VendorRequest<T>): Promise<T>;
  delete<T>(path: string, request: VendorRequest<T>): Promise<T>;
  /** For what needs the status or a header of the reply. */
  call<T>(method: HttpMethod, path: string, request: VendorRequest<T>): Promise<VendorReply<T>>;
  /** A secret that was entered, for the few vendors that want it in a body. It is blacked out wherever it comes back. */
  secret(key: string): Secret | undefined;
  now(): Date;
  /** Waits between looks at a vendor's own job; at most two minutes altogether. @throws UpstreamUnavailable after that. */
  wait(ms: number): Promise<void>;
}
