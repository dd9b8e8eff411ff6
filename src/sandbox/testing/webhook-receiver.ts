import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constantTimeEqual, hmac } from '../../kernel/crypto/index.js';
import type { ServerMessageBody } from '../caller/envelope.js';

export interface Answer {
  status: number;
  body: unknown;
}

export interface ReceivedWebhook {
  headers: IncomingHttpHeaders;
  message: ServerMessageBody['message'];
}

/** What stands at the other end of a webhook: proofs checked over the raw bytes, bodies kept. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];

  constructor(
    private readonly secret: string,
    private readonly answer: (message: ServerMessageBody['message'], nth: number) => Answer = answerTools,
  ) {}

  take(headers: IncomingHttpHeaders, raw: Buffer): Answer {
    if (!this.isProven(headers, raw)) return { status: 401, body: {} };
    const { message } = JSON.parse(raw.toString('utf8')) as ServerMessageBody;
    this.received.push({ headers, message });
    return this.answer(message, this.received.length);
  }

  private isProven(headers: IncomingHttpHeaders, raw: Buffer): boolean {
    const given = headers['x-vapi-secret'] ?? headers.authorization?.replace(/^Bearer /, '');
    if (typeof given === 'string') return constantTimeEqual(given, this.secret);
    const { 'x-timestamp': timestamp, 'x-signature': signature } = headers;
    if (typeof timestamp !== 'string' || typeof signature !== 'string') return false;
    const isFresh = Math.abs(Date.now() - Number(timestamp)) < 60_000;
    return isFresh && constantTimeEqual(signature, hmac('sha256', this.secret, `${timestamp}.`, raw).toString('hex'));
  }
}

interface AskedTool {
  id: string;
  name?: string;
  function?: { name: string };
}

/** Answers every tool call, in the form of its time. */
export function answerTools(message: ServerMessageBody['message']): Answer {
  if (message.type === 'function-call') return { status: 200, body: { result: 'Réponse du serveur.' } };
  const asked = (message.toolCallList ?? []) as AskedTool[];
  const results = asked.map(({ id, name, function: { name: inner } = { name } }) => ({
    toolCallId: id,
    name: inner,
    result: 'Réponse du serveur.',
  }));
  return { status: 200, body: message.type === 'tool-calls' ? { results } : {} };
}

export interface LocalServer {
  url: string;
  close(): Promise<void>;
}

export async function serve(
  handle: (request: IncomingMessage, raw: Buffer) => Promise<Answer> | Answer,
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    void bytesOf(request)
      .then((raw) => handle(request, raw))
      .then(
        ({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        },
        () => response.destroy(),
      );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((closed) => server.close(() => closed()));
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
