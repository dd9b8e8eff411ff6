import { request as send, type Dispatcher } from 'undici';
import type { HttpMethod } from './http-request.js';

/** A request as it goes over the wire. */
export interface WireRequest {
  method: HttpMethod;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array | undefined;
}

export interface WireReply {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  /** False when the body was longer than the limit; `body` then holds its beginning. */
  complete: boolean;
}

interface ExchangeOptions {
  dispatcher: Dispatcher;
  signal: AbortSignal;
  maxReplyBytes: number;
}

/** One request, one reply, no redirects, no retries; the reply is read up to the limit and then dropped. */
export async function exchange(wire: WireRequest, options: ExchangeOptions): Promise<WireReply> {
  const { dispatcher, signal, maxReplyBytes } = options;
  const reply = await send(wire.url, {
    dispatcher,
    signal,
    method: wire.method,
    headers: { ...wire.headers },
    body: wire.body ?? null,
    // One deadline governs the whole request, see Deadline.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const headers = joined(reply.headers);
  return { status: reply.statusCode, headers, ...(await readUpTo(maxReplyBytes, reply.body)) };
}

async function readUpTo(limit: number, body: AsyncIterable<Buffer>): Promise<Pick<WireReply, 'body' | 'complete'>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    // Leaving the loop destroys the stream and with it the connection.
    if (length > limit) return { body: Buffer.concat(chunks).subarray(0, limit), complete: false };
  }
  return { body: Buffer.concat(chunks), complete: true };
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
