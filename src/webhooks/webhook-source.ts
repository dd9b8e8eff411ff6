import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { z } from 'zod';
import type { Secret } from '../kernel/config/index.js';
import type { RequestContext } from '../kernel/context/index.js';

/** A webhook as it came in, before anything of it is believed. */
export interface RawRequest {
  method: string;
  /** `PUBLIC_URL` + path + query: some platforms sign the address too. */
  url: string;
  /** One value of a header, whatever the case of its name. */
  header(name: string): string | undefined;
  /** The body's bytes exactly as received; signatures are computed over these. */
  raw: Buffer;
}

/** What a request must prove: one of these secrets, in the way that the endpoint's settings say. */
export interface EndpointProof {
  /** The live secrets; two while one is being rotated. Never empty. */
  secrets: readonly Secret[];
  /** As parsed by the source's `settings` schema. */
  settings: unknown;
}

/** One event of a request, as far as intake must understand it. */
export interface ReadEvent {
  type: string;
  /** A readable label, not unique: `call-id:status-update:ended`. */
  externalId: string;
  /** What makes two deliveries the same event; the raw body when absent. */
  dedupKey?: string | undefined;
  /** The platform's call id, so that a call's events travel together. */
  callKey?: string | undefined;
  /** Refused last when the endpoint is over its limit. */
  precious?: boolean | undefined;
  /** The event as sent; what `reply` gets. */
  body: unknown;
}

/** An event as stored, parsed again from its raw bytes. */
export interface StoredEvent {
  id: string;
  type: string;
  externalId: string;
  callKey: string | null;
  receivedAt: Date;
  body: unknown;
}

/** Rows that must be stored in the very statement that stores the event: the claim of a tool call in its ledger. */
export interface CompanionStatement {
  /** Distinguishes prepared statements: one name per shape of `cte`. */
  name: string;
  /**
   * An `INSERT … RETURNING` that becomes a CTE. Its parameters start at `$firstParameter`; `$1` is the workspace id (uuid).
   * Its rows come back to `reply` as JSON.
   */
  cte(firstParameter: number): string;
  values: readonly unknown[];
}

export interface ReplyRequest {
  event: ReadEvent;
  /** Rows returned by the companion statement; empty when a duplicate claimed nothing. */
  companions: readonly Record<string, unknown>[];
  /** False for a second delivery of the same event. */
  firstDelivery: boolean;
}

/** How a platform writes what it sends and reads what it is answered, where that is not JSON. */
export interface WebhookDialect {
  readonly contentType: string;
  /**
   * The verified bytes as an object, for `read`.
   *
   * @throws InvalidInput when they are not what the platform sends.
   */
  parse(raw: Buffer): Record<string, unknown>;
  /** The content of an answer, as it goes over the wire. */
  write(content: unknown): string;
}

/**
 * A platform that calls us. One class in the folder of its owner, found at boot; the engine does the rest: size limit,
 * storing before the answer, deduplication, relay, retries, dead letters, replay, retention.
 *
 * @example
 * @WebhookSource()
 * export class CalComWebhook implements WebhookSourceContract { readonly name = 'calcom'; … }
 */
export interface WebhookSourceContract<Loaded = unknown> {
  /** As in `WebhookEvent.source`; stable. */
  readonly name: string;
  /** Paths that share this handler; each is also served with `/:endpointId`. */
  readonly routes: readonly string[];
  /** Bytes; larger bodies get 413. */
  readonly bodyLimit: number;
  /** JSON where it is left out. Events of another dialect are stored as the JSON of their `body`. */
  readonly dialect?: WebhookDialect;
  /** The status of a refused signature: 401, or 403 where the platform's contract says so. */
  readonly refusedStatus: 401 | 403;
  /** Validates `settings` of an endpoint; must accept `{}`. */
  readonly settings: z.ZodType;
  /** What the deployment's own endpoint must prove; no secret means that it is closed. */
  deploymentProof(): EndpointProof;
  /**
   * For a platform that signs with a key of the account instead of one that we gave it: what else proves a request to an
   * endpoint of this workspace.
   */
  accountSecrets?(workspaceId: string): Promise<readonly Secret[]>;
  /**
   * The same for the deployment's endpoint, where the request has to say whom it is about: asked for what the deployment's
   * own secrets do not prove. Whoever `workspaceOf` names must be the one whose secrets these are.
   */
  secretsOfSender?(request: RawRequest): Promise<readonly Secret[]>;
  /** Constant time, over the raw bytes, before any parsing. */
  verify(request: RawRequest, proof: EndpointProof): boolean;
  /**
   * The events of a body; some platforms send several.
   * @throws InvalidInput when the body is not what the platform sends.
   */
  read(body: unknown, request: RawRequest): ReadEvent[];
  /** The workspace of an event on the deployment's endpoint; null when no workspace owns it yet. */
  workspaceOf(event: ReadEvent): Promise<string | null> | string | null;
  /** Whether the platform waits for content: such an event is stored alone, then answered by `reply`. */
  expectsReply(event: ReadEvent): boolean;
  companion?(event: ReadEvent): CompanionStatement | null;
  /** The content of the answer, sent with 200. Must keep its own deadline. */
  reply?(ctx: RequestContext, request: ReplyRequest): Promise<unknown>;
  /** The content of an answer that carries none. */
  readonly acknowledgement: Readonly<Record<string, unknown>>;
  /** Reads vendors, before and outside any transaction. */
  load?(ctx: RequestContext, events: readonly StoredEvent[]): Promise<Loaded>;
  /**
   * All effects of the events, in the open unit of work of `ctx`, whose commit also marks them processed.
   * May see an event again, in any order: it must be idempotent and commutative.
   */
  apply(ctx: RequestContext, events: readonly StoredEvent[], loaded: Loaded | undefined): Promise<void>;
  /** A copy of the body that people may see: no keys, no prompts, no SIP text. */
  redact(body: unknown): unknown;
}

export const webhookSourceKey = 'webhook-source';

/** Marks the class of a platform that calls us; see `WebhookSourceContract`. */
export function WebhookSource(): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(webhookSourceKey, true));
}
