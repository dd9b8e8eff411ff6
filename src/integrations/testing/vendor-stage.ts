import type { ServerResponse } from 'node:http';
import { localServer, type LocalServer, type ReceivedRequest } from '../../kernel/http/testing/local-server.js';

/** A request as the vendor would have seen it. */
export interface StagedRequest {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

export interface StagedReply {
  status: number;
  headers?: Record<string, string> | undefined;
  /** A text is sent as it is, anything else as JSON. */
  body?: unknown;
}

export type Respond = (request: StagedRequest) => StagedReply | 'silence' | 'hang up';

/** A real HTTP server that plays every vendor: the host is the first part of the path, as VendorNetwork's stand-in has it. */
export class VendorStage {
  readonly received: StagedRequest[] = [];
  #respond: Respond = () => ({ status: 404 });
  #server: LocalServer | undefined;

  static async open(): Promise<VendorStage> {
    const stage = new VendorStage();
    stage.#server = await localServer((response, request) => stage.answer(response, request));
    return stage;
  }

  get url(): string {
    return this.#server?.url ?? '';
  }

  /** From now on. */
  play(respond: Respond): void {
    this.received.length = 0;
    this.#respond = respond;
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  private answer(response: ServerResponse, { method, url, headers, body }: ReceivedRequest): void {
    const [, host = '', rest = ''] = /^\/([^/]+)(.*)$/.exec(url) ?? [];
    const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const request = { method, url: new URL(`https://${host}${rest}`), headers: plain, body };
    this.received.push(request);
    const reply = this.#respond(request);
    if (reply === 'silence') return;
    if (reply === 'hang up') return void response.destroy();
    const text =
      typeof reply.body === 'string' ? reply.body : reply.body === undefined ? '' : JSON.stringify(reply.body);
    const type = typeof reply.body === 'string' ? 'text/plain' : 'application/json';
    response.writeHead(reply.status, { 'content-type': type, ...reply.headers }).end(text);
  }
}
