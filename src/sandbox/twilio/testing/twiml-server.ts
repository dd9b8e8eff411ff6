import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TwimlAsked {
  method: string;
  /** With its query. */
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  form: URLSearchParams;
  /** The form as it came. */
  text: string;
}

/** TwiML, or anything else with its status and type; null never answers. */
export type TwimlAnswer =
  string | { status?: number; type?: string | null; body?: string | Uint8Array; location?: string } | null;

/** A server as one that Twilio asks, whose answers a test gives by path. */
export class TwimlServer {
  readonly asked: TwimlAsked[] = [];
  answers: Record<string, (asked: TwimlAsked) => TwimlAnswer> = {};
  url = '';
  readonly #server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const { method = '', url = '', headers } = message;
      const text = Buffer.concat(chunks).toString('utf8');
      const asked = { method, path: url, headers, text, form: new URLSearchParams(text) };
      this.asked.push(asked);
      const answer = this.answers[url.split('?')[0] ?? '']?.(asked);
      if (answer === null) return;
      const { status = 200, type = 'text/xml', body, location } = whole(answer);
      response.writeHead(status, { ...(type !== null && { 'content-type': type }), ...(location && { location }) });
      response.end(body);
    });
  });

  async open(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}

function whole(answer: Exclude<TwimlAnswer, null> | undefined) {
  if (answer === undefined) return { status: 404, type: 'text/plain', body: 'not found' };
  return typeof answer === 'string' ? { body: `<?xml version="1.0" encoding="UTF-8"?>${answer}` } : answer;
}
