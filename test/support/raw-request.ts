import { request, type IncomingHttpHeaders } from 'node:http';
import type { ApiClient } from './api-client.js';

export interface RawAnswer {
  status: number;
  body: string;
  headers: IncomingHttpHeaders;
}

/** A request as it stands, without what `fetch` does to addresses and headers. */
export function rawly(client: ApiClient, line: string, body?: string): Promise<RawAnswer> {
  const [method, path] = line.split(' ');
  const { hostname, port } = new URL(client.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: client.headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => {
        const { statusCode: status = 0, headers } = reply;
        resolve({ status, headers, body: Buffer.concat(parts).toString() });
      });
    });
    sent.on('error', reject).end(body);
  });
}
