import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultPlan } from '../../calcom/faults/fault-plan.js';
import { answerWithFault, isBefore, refuseBefore } from '../../calcom/faults/faulty-answer.js';
import { refused, type VapiReply, type VapiRequest } from './vapi-request.js';

/** Answers a request, or says by null that it is for the next one. */
export type VapiHandler = (request: VapiRequest) => Promise<VapiReply | null> | VapiReply | null;

export interface VapiHttpParts {
  readonly faults: FaultPlan;
  /** What is no part of Vapi’s API: not noted, and without faults. */
  readonly beside: VapiHandler;
  readonly api: (request: VapiRequest) => Promise<VapiReply>;
  readonly onReceived: (request: VapiRequest) => void;
  /** After each request that may have changed something. */
  readonly onChanged: () => void;
}

/** A connection that is closed just when it is used again would look like a fault that nobody asked for. */
const keepAliveTimeout = 120_000;

/** Plays the API over HTTP on the loopback address. */
export class VapiHttp {
  readonly #server: Server;

  private constructor(private readonly parts: VapiHttpParts) {
    this.#server = createServer({ keepAliveTimeout }, (message, response) => {
      // Whoever hangs up in the middle of a request gets no answer.
      this.serve(message, response).catch(() => response.destroy());
    });
  }

  static async listen(parts: VapiHttpParts, port: number): Promise<VapiHttp> {
    const http = new VapiHttp(parts);
    await new Promise<void>((listening, failed) => {
      http.#server.once('error', failed);
      http.#server.listen(port, '127.0.0.1', listening);
    });
    return http;
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server.address())}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }

  private async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { faults, beside, onReceived, onChanged } = this.parts;
    const request = await requestOf(message);
    const besides = await beside(request);
    if (besides) return answerWithFault(response, { ...besides, headers: {} }, null);
    onReceived(request);
    const fault = faults.take(request.method, request.path);
    if (fault && isBefore(fault)) return void refuseBefore(fault, response);
    const reply = fault?.kind === 'status' ? refused(fault.status, troubles(fault.status)) : await this.answer(request);
    if (request.method !== 'GET') onChanged();
    const headers = fault?.kind === 'status' ? (fault.headers ?? {}) : {};
    return answerWithFault(response, { ...reply, headers }, fault);
  }

  private async answer(request: VapiRequest): Promise<VapiReply> {
    try {
      return await this.parts.api(request);
    } catch (error) {
      return refused(500, error instanceof Error ? error.message : String(error));
    }
  }
}

function troubles(status: number): string {
  return status === 429 ? 'ThrottlerException: Too Many Requests' : 'Something went wrong.';
}

async function requestOf(message: IncomingMessage): Promise<VapiRequest> {
  const { method = 'GET', url = '/', headers } = message;
  const { pathname, searchParams: query } = new URL(url, 'http://vapi');
  const path = pathname.replace(/^\/[^/]*\.[^/]*(?=\/)/, '');
  return { method, path, query, authorization: headers.authorization, body: parsed(await bytesOf(message)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function bytesOf(message: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}
