import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constantTimeEqual } from '../../../kernel/crypto/index.js';
import type { Fault, FaultPlan } from '../faults/fault-plan.js';
import { answerWithFault, isBefore, refuseBefore, type StandInAnswer } from '../faults/faulty-answer.js';
import { Refusal, refusal } from '../refusal.js';
import type { RateLimit } from './rate-limit.js';
import type { ReceivedRequest, ReceivedRequests } from './received-requests.js';
import type { Routes } from './routes.js';

interface Parts {
  readonly routes: Routes;
  readonly faults: FaultPlan;
  readonly rateLimit: RateLimit;
  readonly received: ReceivedRequests;
  readonly apiKey: string;
  readonly now: () => Date;
  /** After each request that may have changed something. */
  readonly changed: () => void;
}

/** Plays the API over HTTP on the loopback address. */
export class StandInServer {
  readonly #server: Server;

  private constructor(private readonly parts: Parts) {
    this.#server = createServer((request, response) => {
      // Whoever hangs up in the middle of a request gets no answer.
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  static async listen(parts: Parts, port: number): Promise<StandInServer> {
    const server = new StandInServer(parts);
    await new Promise<void>((listening, failed) => {
      server.#server.once('error', failed);
      server.#server.listen(port, '127.0.0.1', listening);
    });
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server.address())}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }

  private async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = received(message, await textOf(message));
    this.parts.received.add(request);
    const fault = this.parts.faults.take(request.method, request.path);
    if (fault && isBefore(fault)) return void refuseBefore(fault, response);
    const answer = await this.answer(request, fault);
    if (request.method !== 'GET') this.parts.changed();
    await answerWithFault(response, answer, fault);
  }

  private async answer(request: ReceivedRequest, fault: Fault | null): Promise<StandInAnswer> {
    const { isExceeded, headers } = this.parts.rateLimit.take();
    try {
      if (isExceeded) throw refusal(429, 'ThrottlerException: Too Many Requests');
      if (fault?.kind === 'status') throw refusal(fault.status, 'Something went wrong');
      const { status, body } = await this.parts.routes.answer({
        ...request,
        query: new URLSearchParams(request.search),
        isSignedIn: this.signIn(request),
        isStale: fault?.kind === 'stale',
      });
      return { status, body, headers };
    } catch (error) {
      if (!(error instanceof Refusal))
        return { status: 500, headers, body: { statusCode: 500, message: String(error) } };
      const own = fault?.kind === 'status' ? fault.headers : {};
      const body = error.body(`${request.path}${request.search}`, this.parts.now());
      return { status: error.status, headers: { ...headers, ...own }, body };
    }
  }

  /** @throws Refusal 401 for a wrong key, and for none where one is needed. */
  private signIn({ method, path, headers }: ReceivedRequest): boolean {
    const { authorization } = headers;
    if (authorization === undefined) {
      if (this.parts.routes.isPublic(method, path)) return false;
      throw refusal(
        401,
        'No authentication method provided. Either pass an API key as Bearer token, or use another one.',
      );
    }
    if (constantTimeEqual(authorization, `Bearer ${this.parts.apiKey}`)) return true;
    throw refusal(401, 'ApiAuthStrategy - api key - Your api key is not valid');
  }
}

/** The host of the vendor may come first, as it does where one stand-in plays several. */
function received(message: IncomingMessage, text: string): ReceivedRequest {
  const { method = 'GET', url = '/' } = message;
  const [whole = '/', query] = url.split('?', 2);
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
  return {
    method,
    path: whole.replace(/^\/[^/]*\.[^/]*(?=\/v2(?:\/|$))/, ''),
    search: query === undefined ? '' : `?${query}`,
    version: headers['cal-api-version'],
    headers,
    text,
    body: parsed(text),
  };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
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
