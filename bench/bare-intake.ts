import crypto from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { announce } from './references/announce.js';

/**
 * The least that can be done with a signed webhook: read the body, check its HMAC, parse it, answer 200. Nothing is
 * stored. It stands on nothing of the product, which it is compared with.
 */
const secret = process.env.VAPI_WEBHOOK_SECRET ?? '';

function answer(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const status = isAccepted(request, Buffer.concat(chunks)) ? 200 : 401;
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': 2 }).end('{}');
  });
}

function isAccepted({ headers }: IncomingMessage, body: Buffer): boolean {
  const timestamp = String(headers['x-timestamp']);
  const expected = crypto.createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
  const presented = Buffer.from(String(headers['x-signature']), 'hex');
  if (presented.length !== expected.length || !crypto.timingSafeEqual(presented, expected)) return false;
  return typeof JSON.parse(body.toString('utf8')) === 'object';
}

const server = createServer(answer);
server.listen(0, '127.0.0.1', () => announce(server.address()));
