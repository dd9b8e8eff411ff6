import { createServer } from 'node:http';
import { announce } from './references/announce.js';

/** A vendor that answers at once with one small ticket. */
const ticket = JSON.stringify({ id: 20, subject: 'Table', status: 2, priority: 1, source: 2, tags: [] });
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' }).end(ticket);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => announce(server.address()));
