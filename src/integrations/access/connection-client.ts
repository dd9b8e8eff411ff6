import type { Secret } from '../../kernel/config/index.js';
import {
  AddressRefused,
  CredentialRejected,
  jsonReply,
  UpstreamUnavailable,
  type HttpBody,
  type HttpMethod,
  type HttpQuery,
  type HttpReply,
  type ReplyReader,
} from '../../kernel/http/index.js';
import type { AccessGrant } from '../core/access-grant.js';
import type { AuthMode, Signature } from '../core/auth-mode.js';
import type { Connector, PacedRequest } from '../core/connector.js';
import type { CredentialValues } from '../core/credential-values.js';
import { assertDeclaredHost } from '../core/declared-host.js';
import { VendorMethods } from '../core/vendor-methods.js';
import type { VendorClient, VendorReply, VendorRequest, VendorSettings } from '../core/vendor-client.js';
import { ConnectionSettings } from './connection-settings.js';
import { judgeOf } from './judge-of.js';
import { recorded } from './recorded.js';
import type { VendorJournal } from './vendor-journal.js';
import type { VendorNetwork } from './vendor-network.js';

/** Where the token of a connection comes from, where it takes one. */
export interface GrantKeeper {
  /** One that is good for at least a while. @throws HttpFailure when none is to be had. */
  current(): Promise<AccessGrant>;
  /** Another one, since the vendor refused this one; null where there is no other. */
  after(refused: AccessGrant): Promise<AccessGrant | null>;
}

export interface ClientAccess {
  readonly connector: Connector;
  readonly mode: AuthMode;
  readonly values: CredentialValues;
  readonly grants: GrantKeeper | undefined;
  readonly network: VendorNetwork;
  /** Waits for this connection's turn. @throws UpstreamRateLimited when that takes too long. */
  readonly pace: (request: PacedRequest) => Promise<void>;
  readonly journal: VendorJournal;
}

export type Priority = 'urgent' | 'background';

export interface ClientUse {
  /** What is done, for the journal: an action's key. */
  readonly action: string;
  /** One key for the whole action; each of its writes gets its own part of it. */
  readonly idempotencyKey?: string | undefined;
  readonly now?: (() => Date) | undefined;
  readonly wait?: ((ms: number) => Promise<void>) | undefined;
  /** No request is sent again by itself, even where that would be safe. */
  readonly once?: boolean | undefined;
  /** `urgent`: somebody waits on the telephone, `background`: nobody waits. Who comes first where a vendor's limit is short. */
  readonly priority?: Priority | undefined;
  /** No request takes longer than this, all attempts together, whatever its action allows it. */
  readonly timeoutMs?: number | undefined;
}

interface ToSign {
  mode: AuthMode;
  method: HttpMethod;
  url: URL;
}

const requestLimitMs = 20_000;
const waitLimitMs = 120_000;

/** The client of one connection for one action. */
export class ConnectionClient extends VendorMethods implements VendorClient {
  #grant: AccessGrant | undefined;
  #writes = 0;
  #waitedMs = 0;

  constructor(
    private readonly access: ClientAccess,
    private readonly use: ClientUse,
  ) {
    super();
  }

  get settings(): VendorSettings {
    return new ConnectionSettings(this.access.values, this.#grant);
  }

  get mode(): string {
    return this.access.mode.key;
  }

  async call<T>(method: HttpMethod, path: string, request: VendorRequest<T>): Promise<VendorReply<T>> {
    const { grants, pace, mode } = this.access;
    if (grants && !request.anonymous) this.#grant ??= await grants.current();
    const url = this.urlOf(path, request.base);
    const idempotencyKey = this.nextIdempotencyKey(method, request);
    await pace({ method, path: url.pathname });
    const send = () => {
      const signature = request.anonymous ? {} : this.sign({ mode, method, url }, request);
      return this.send({ method, url, signature, idempotencyKey }, request);
    };
    try {
      return await send();
    } catch (error) {
      if (!(await this.renewedAfter(error, request))) throw error;
      await pace({ method, path: url.pathname });
      return await send();
    }
  }

  secret(key: string): Secret | undefined {
    return this.access.values.optionalSecret(key);
  }

  now(): Date {
    return this.use.now?.() ?? new Date();
  }

  async wait(ms: number): Promise<void> {
    this.#waitedMs += ms;
    if (this.#waitedMs > waitLimitMs) {
      const { key: target, name: title } = this.access.connector;
      throw new UpstreamUnavailable('TIMED_OUT', { target, title, method: 'GET', url: '', attempts: 1 });
    }
    await (this.use.wait ?? sleep)(ms);
  }

  private sign({ mode, method, url }: ToSign, request: VendorRequest<unknown>): Signature {
    const whole = new URL(url);
    for (const [name, value] of textPairs(request.query)) whole.searchParams.append(name, value);
    const form = request.form && Object.fromEntries(textPairs(request.form));
    return mode.sign(this.access.values, this.#grant, { method, url: whole, form, now: this.now() });
  }

  private send<T>(
    to: { method: HttpMethod; url: URL; signature: Signature; idempotencyKey: string | undefined },
    request: VendorRequest<T>,
  ): Promise<HttpReply<T>> {
    const { connector, network, values, journal } = this.access;
    const { method, url, signature, idempotencyKey } = to;
    const { readOnly, once = this.use.once } = request;
    const timeoutMs = Math.min(request.timeoutMs ?? requestLimitMs, this.use.timeoutMs ?? Infinity);
    const target = {
      name: connector.key,
      title: connector.name,
      headers: request.anonymous ? {} : { ...connector.headers?.(this.settings), ...signature.headers },
      secrets: [...values.secrets, ...(signature.secrets ?? []), ...secretsOf(this.#grant)],
      idempotencyHeader: request.idempotencyHeader ?? connector.idempotencyHeader,
      judge: judgeOf(connector),
      beforeRepeat: () => this.access.pace({ method, path: url.pathname }),
    };
    const query = { ...queryOf(url), ...request.query, ...signature.query };
    const { headers } = request;
    const [body, reply] = [bodyOf(request), readerOf(request.reply)];
    return recorded(this.use.action, journal, () =>
      network.send(url, target, {
        method,
        query,
        headers,
        body,
        reply,
        idempotencyKey,
        readOnly,
        timeoutMs,
        ...(once && { retries: 0 }),
      }),
    );
  }

  /** @throws AddressRefused for a host that the connector does not declare. */
  private urlOf(path: string, base = 'main'): URL {
    const { connector } = this.access;
    const declared = connector.bases[base];
    if (declared === undefined) throw new Error(`Connector "${connector.key}" declares no base "${base}".`);
    const whole = path.startsWith('https://');
    if (!whole && !path.startsWith('/')) throw new AddressRefused('path');
    const baseUrl = typeof declared === 'string' ? declared : declared(this.settings);
    const url = new URL(whole ? path : `${baseUrl.replace(/\/$/, '')}${path}`);
    if (url.hostname !== connector.ownHost?.(this.settings)) assertDeclaredHost(url, connector.hosts);
    return url;
  }

  private nextIdempotencyKey(method: HttpMethod, request: VendorRequest<unknown>): string | undefined {
    const { idempotencyKey } = this.use;
    const { readOnly, anonymous, idempotencyHeader = this.access.connector.idempotencyHeader } = request;
    const isWrite = (method === 'POST' || method === 'PATCH') && !readOnly && !anonymous;
    if (!isWrite || idempotencyKey === undefined || idempotencyHeader === undefined) return undefined;
    this.#writes += 1;
    return `${idempotencyKey}-${this.#writes}`;
  }

  /** A token can end before its time; what the vendor refused for that was not done. */
  private async renewedAfter(error: unknown, { anonymous }: VendorRequest<unknown>): Promise<boolean> {
    const [refused, { grants }] = [this.#grant, this.access];
    if (!(error instanceof CredentialRejected) || !refused || !grants || anonymous) return false;
    // A 403 without a word may come from anybody on the way.
    if (error.status === 403 && error.platformSaid().code === undefined) return false;
    const next = await grants.after(refused);
    if (next) this.#grant = next;
    return next !== null;
  }
}

function readerOf<T>(reply: VendorRequest<T>['reply']): ReplyReader<T> {
  return 'accept' in reply ? reply : jsonReply(reply);
}

function bodyOf({ json, form, bytes }: VendorRequest<unknown>): HttpBody | undefined {
  if (json !== undefined) return { json };
  if (form) return { form };
  return bytes && { bytes: bytes.content, contentType: bytes.contentType };
}

function queryOf(url: URL): HttpQuery {
  const names = new Set(url.searchParams.keys());
  return Object.fromEntries([...names].map((name) => [name, url.searchParams.getAll(name)]));
}

function textPairs(query: HttpQuery = {}): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const values = Array.isArray(value) ? value : [value];
    return values.map((each): [string, string] => [name, String(each)]);
  });
}

function secretsOf(grant: AccessGrant | undefined): Secret[] {
  return [grant?.accessToken, grant?.refreshToken].filter((secret) => secret !== undefined);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
