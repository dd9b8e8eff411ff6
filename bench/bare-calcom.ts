import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { announce } from './references/announce.js';

/** A Cal.com that answers at once: one kind of appointment, always free, and whatever is booked is booked. */
const halfHourMs = 30 * 60_000;
const eventType = {
  id: 1,
  slug: 'table',
  title: 'Table',
  lengthInMinutes: 30,
  locations: [],
  bookingFields: [],
  hidden: false,
};

const wanted = z.object({
  start: z.string(),
  eventTypeId: z.number(),
  attendee: z.looseObject({}),
  metadata: z.looseObject({}),
});

const server = createServer((request, response) => {
  void answer(request).then((data) => {
    const status = data === undefined ? 404 : request.method === 'POST' ? 201 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status: 'success', data }));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => announce(server.address()));

async function answer(request: IncomingMessage): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') return booking(wanted.parse(JSON.parse(await bodyOf(request))));
  request.resume();
  if (url.pathname === '/v2/slots') return slots(url.searchParams);
  if (url.pathname === '/v2/event-types') return [eventType];
  return url.pathname === '/v2/teams' ? [] : undefined;
}

function slots(query: URLSearchParams): unknown {
  const [from, to] = ['start', 'end'].map((name) => Date.parse(query.get(name) ?? ''));
  const days: Record<string, object[]> = {};
  for (let at = Math.ceil((from ?? 0) / halfHourMs) * halfHourMs; at <= (to ?? 0); at += halfHourMs) {
    const start = new Date(at).toISOString();
    (days[start.slice(0, 10)] ??= []).push({ start, end: new Date(at + halfHourMs).toISOString() });
  }
  return days;
}

function booking({ start, attendee, metadata, eventTypeId }: z.output<typeof wanted>): unknown {
  const now = new Date().toISOString();
  const times = { start, end: new Date(Date.parse(start) + halfHourMs).toISOString(), createdAt: now, updatedAt: now };
  const hosts = [{ id: 7, name: 'Salle', email: 'salle@example.com' }];
  const attendees = [{ ...attendee, email: 'guest@example.com', absent: false }];
  const named = { id: 1, uid: randomUUID(), title: 'Table', status: 'accepted', eventTypeId, metadata };
  return { ...named, ...times, hosts, attendees, bookingFieldsResponses: {} };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
