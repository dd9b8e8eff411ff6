import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { ApiClient } from './api-client.js';

/** A request of which the server has read the beginning: it is accepted, and waits for the rest. */
export class HalfSent {
  private constructor(
    private readonly sent: ClientRequest,
    private readonly rest: string,
  ) {}

  /** @param line Such as `POST /graphql`. */
  static async open(client: ApiClient, line: string, body: string): Promise<HalfSent> {
    const [method, path] = line.split(' ');
    const { hostname, port } = new URL(client.url);
    const headers = {
      ...client.headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      // The server asks for the body once it has taken up the request.
      expect: '100-continue',
    };
    const sent = request({ hostname, port, method, path, headers, agent: false });
    sent.flushHeaders();
    await once(sent, 'continue');
    const half = Math.floor(body.length / 2);
    await new Promise((resolve) => sent.write(body.slice(0, half), resolve));
    return new HalfSent(sent, body.slice(half));
  }

  async finish(): Promise<{ status: number; body: string }> {
    const replied = once(this.sent, 'response') as Promise<[IncomingMessage]>;
    this.sent.end(this.rest);
    const [reply] = await replied;
    const parts: Buffer[] = [];
    for await (const part of reply) parts.push(part as Buffer);
    return { status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString() };
  }
}
