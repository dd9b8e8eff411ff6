import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault, FaultPlan } from '../../calcom/faults/fault-plan.js';
import { byStatus, TwilioRefusal } from '../twilio-refusal.js';
import type { TwilioReceived, TwilioReply } from './twilio-request.js';
import type { TwilioRoutes } from './twilio-routes.js';

interface Parts {
  readonly routes: TwilioRoutes;
  readonly faults: FaultPlan;
  readonly received: TwilioReceived[];
}

interface Answer extends TwilioReply {
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Plays the APIs over HTTP on the loopback address. */
export class TwilioServer {
  readonly #server: Server;

  private constructor(private readonly parts: Parts) {
    this.#server = createServer((request, response) => {
      // Whoever hangs up in the middle of a request gets no answer.
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  static async listen(parts: Parts, port: number): Promise<TwilioServer> {
    const server = new TwilioServer(parts);
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
    const request = receivedOf(message, await textOf(message));
    this.parts.received.push(request);
    const fault = this.parts.faults.take(request.method, request.path);
    if (fault && 'when' in fault && fault.when === 'before') {
      if (fault.kind === 'cut') response.destroy();
      return;
    }
    await send(response, await this.answer(request, fault), fault);
  }

  private async answer(request: TwilioReceived, fault: Fault | null): Promise<Answer> {
    try {
      if (fault?.kind === 'status') throw byStatus(fault.status);
      return await this.parts.routes.answer(request, fault?.kind === 'stale');
    } catch (error) {
      const refusal = error instanceof TwilioRefusal ? error : byStatus(500);
      const headers = fault?.kind === 'status' ? fault.headers : undefined;
      return { status: refusal.status, body: refusal.body, headers };
    }
  }
}

async function send(response: ServerResponse, answer: Answer, fault: Fault | null): Promise<void> {
  const bytes = bytesOf(answer);
  switch (fault?.kind) {
    case 'cut':
      return void response.destroy();
    case 'silence':
      return;
    case 'malformed':
      return void response
        .writeHead(answer.status, headersOf(answer))
        .end(bytes.subarray(0, Math.floor(bytes.length / 2)));
    case 'slow':
      await delay(fault.ms, undefined, { ref: false });
      break;
    case 'status':
    case 'stale':
    case undefined:
      break;
  }
  response.writeHead(answer.status, headersOf(answer)).end(bytes);
}

function bytesOf({ body }: Answer): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return Buffer.from(body === null ? '' : JSON.stringify(body));
}

function headersOf({ status, contentType = 'application/json', headers = {} }: Answer): Record<string, string> {
  return { ...(status === 204 ? {} : { 'content-type': contentType }), ...headers };
}

/** The host of the vendor may come first, as it does where one stand-in plays several. */
function receivedOf(message: IncomingMessage, text: string): TwilioReceived {
  const { method = 'GET', url = '/' } = message;
  const [whole = '/', query] = url.split('?', 2);
  const [, host = '', path = whole] = /^\/([^/]+\.twilio\.com)(\/.*)$/.exec(whole) ?? [];
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  const form = new URLSearchParams(isForm ? text : '');
  return { method, host, path, search: query === undefined ? '' : `?${query}`, headers, text, form };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}
