import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VapiRoutes, type VapiRules } from './vapi-routes.js';
import { VapiStore, type VapiKind, type VapiResource } from './vapi-store.js';

export interface VapiStandInOptions {
  readonly apiKey: string;
  /** Any free one where it is left out. */
  readonly port?: number | undefined;
  readonly now?: (() => Date) | undefined;
  /** Requests that the key may not make; none where it is left out. */
  readonly forbids?: VapiRules['forbids'] | undefined;
  /** Whether there are credentials to be made, as there have been (default true). */
  readonly hasCredentials?: boolean | undefined;
}

/** A request that Vapi was sent. */
export interface VapiReceived {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface Parts {
  readonly routes: VapiRoutes;
  readonly store: VapiStore;
  readonly received: VapiReceived[];
}

/**
 * Plays Vapi's API on the loopback address, as far as assistants, tools and credentials go, with a memory: changes replace
 * fields whole, and secrets never come back.
 *
 * @example
 * const vapi = await VapiStandIn.open({ apiKey: 'key' });
 * vapi.add('assistant', { name: 'Front desk', model: { provider: 'openai', model: 'gpt-4.1', toolIds: [] } });
 */
export class VapiStandIn {
  private constructor(
    private readonly server: Server,
    private readonly parts: Parts,
  ) {}

  static async open(options: VapiStandInOptions): Promise<VapiStandIn> {
    const { apiKey, now = () => new Date(), forbids = () => false, hasCredentials = true } = options;
    const store = new VapiStore(now);
    const parts = { store, routes: new VapiRoutes(store, { apiKey, forbids, hasCredentials }), received: [] };
    const server = serve(parts);
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(options.port ?? 0, '127.0.0.1', listening);
    });
    return new VapiStandIn(server, parts);
  }

  /** Serves `/tool`, and the same below the host of the vendor: `/api.vapi.ai/tool`. */
  get url(): string {
    return `http://127.0.0.1:${portOf(this.server.address())}`;
  }

  /** What has been asked, the latest at the end. */
  get received(): readonly VapiReceived[] {
    return this.parts.received;
  }

  /** What people make in the dashboard, and change there. */
  add(kind: VapiKind, members: Readonly<Record<string, unknown>>): VapiResource {
    return this.parts.store.add(kind, members);
  }

  change(kind: VapiKind, id: string, members: Readonly<Record<string, unknown>>): VapiResource | null {
    return this.parts.store.change(kind, id, members);
  }

  /** Newest first, secrets included. */
  list(kind: VapiKind): VapiResource[] {
    return this.parts.store.list(kind);
  }

  find(kind: VapiKind, id: string): VapiResource | null {
    return this.parts.store.find(kind, id);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }
}

function serve({ routes, received }: Parts): Server {
  return createServer((message, response) => {
    requestOf(message)
      .then((request) => {
        const { method, path, body } = request;
        received.push({ method, path, body });
        const reply = routes.answer(request);
        response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify(reply.body));
      })
      // Whoever hangs up in the middle of a request gets no answer.
      .catch(() => response.destroy());
  });
}

async function requestOf(message: IncomingMessage) {
  const { method = 'GET', url = '/', headers } = message;
  const { pathname, searchParams: query } = new URL(url, 'http://vapi');
  const path = pathname.replace(/^\/[^/]*\.[^/]*(?=\/)/, '');
  return { method, path, query, authorization: headers.authorization, body: parsed(await textOf(message)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}
