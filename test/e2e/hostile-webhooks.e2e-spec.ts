import { createHmac, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let database: Client;

beforeAll(async () => {
  server = await startServer();
  database = new Client({ connectionString: server.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await server.close();
});

const route = '/api/v1/webhooks/vapi';

function eventOf(change: object = {}): string {
  const message = {
    type: 'status-update',
    status: 'in-progress',
    timestamp: Date.now(),
    call: { id: randomUUID() },
    ...change,
  };
  return JSON.stringify({ message });
}

function post(body: string | Buffer, headers: Record<string, string>, path = route): Promise<Response> {
  return fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

async function storedEvents(): Promise<number> {
  await database.query('BEGIN');
  await database.query(`SELECT set_config('role', 'ab_intake', true)`);
  const { rows } = await database.query<{ count: number }>('SELECT count(*)::int AS count FROM webhook_events');
  await database.query('COMMIT');
  return rows[0]?.count ?? 0;
}

/** A refusal is one JSON error without a stack, and leaves nothing behind. */
async function expectRefused(reply: Response, status: number, before: number): Promise<void> {
  const text = await reply.text();
  expect([reply.status, text]).toEqual([status, expect.stringContaining('"error"')]);
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|SELECT|INSERT/);
  expect(reply.headers.get('x-request-id')).toBeTruthy();
  expect(await storedEvents()).toBe(before);
}

describe('a stranger at the webhook route', () => {
  const secret = () => server.vapiSecret;

  it.each<[string, () => Record<string, string>]>([
    ['no secret', () => ({})],
    ['an empty secret', () => ({ 'x-vapi-secret': '' })],
    ['a wrong secret', () => ({ 'x-vapi-secret': 'guess' })],
    ['a truncated secret', () => ({ 'x-vapi-secret': secret().slice(0, -1) })],
    ['a longer secret', () => ({ 'x-vapi-secret': `${secret()}x` })],
    ['a wrong bearer', () => ({ authorization: 'Bearer guess' })],
    ['a basic authorization', () => ({ authorization: `Basic ${secret()}` })],
    [
      'a signature that nobody agreed on',
      () => ({ 'x-signature': createHmac('sha256', secret()).update('x').digest('hex') }),
    ],
  ])('with %s is refused', async (_, headers) => {
    const before = await storedEvents();
    await expectRefused(await post(eventOf(), headers()), 401, before);
  });

  it('is told the same of an endpoint that does not exist', async () => {
    const before = await storedEvents();
    for (const id of [randomUUID(), 'nonsense', '%00', "' OR 1=1 --", '../../graphql']) {
      const reply = await post(eventOf(), { 'x-vapi-secret': secret() }, `${route}/${encodeURIComponent(id)}`);
      await expectRefused(reply, 401, before);
    }
  });
});

describe('a clumsy sender with the right secret', () => {
  const proof = () => ({ 'x-vapi-secret': server.vapiSecret });

  it.each<[string, string]>([
    ['nothing', ''],
    ['a text', 'hello'],
    ['an array', '[{"message":{"type":"hang"}}]'],
    ['a cut body', '{"message":{"type":"ha'],
    ['no message', '{}'],
    ['a message that is a number', '{"message":7}'],
    ['a deep nest', `{"message":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['a form', 'message=hang'],
  ])('gets 400 for %s', async (_, body) => {
    const before = await storedEvents();
    await expectRefused(await post(body, proof()), 400, before);
  });

  it('gets 413 for ten megabytes', async () => {
    const before = await storedEvents();
    await expectRefused(await post(eventOf({ pad: 'x'.repeat(10_000_000) }), proof()), 413, before);
  });

  it('may name any content type: the bytes count', async () => {
    const before = await storedEvents();
    const reply = await post(eventOf(), { ...proof(), 'content-type': 'text/plain' });
    expect(reply.status).toBe(200);
    expect(await storedEvents()).toBe(before + 1);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('finds nothing with %s', async (method) => {
    const reply = await fetch(server.url + route, { method, headers: proof() });
    expect(reply.status).toBe(404);
  });

  it('has an unknown type stored and acknowledged', async () => {
    const before = await storedEvents();
    expect((await post(eventOf({ type: 'something.new' }), proof())).status).toBe(200);
    expect(await storedEvents()).toBe(before + 1);
  });

  it('has a repeated event acknowledged and not stored again', async () => {
    const body = eventOf();
    const before = await storedEvents();
    const replies = await Promise.all(Array.from({ length: 10 }, () => post(body, proof())));
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await storedEvents()).toBe(before + 1);
  });

  it('cannot do harm with NUL, SQL or script text in any place', async () => {
    const evil = `\u0000'; DROP TABLE calls; --<script>alert(1)</script>\ud800`;
    const body = eventOf({
      type: evil,
      status: evil,
      call: { id: evil, type: evil, customer: { number: evil } },
      endedReason: evil,
    });
    expect((await post(body, proof())).status).toBe(200);
  });
});

describe('an HMAC endpoint', () => {
  const hmac = (secret: string, timestamp: string, body: string) =>
    createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  let secret: string;
  let path: string;

  beforeAll(async () => {
    const { signUp } = await import('../support/people.js');
    const owner = await signUp(server.client);
    const query = `mutation ($settings: JSON) { createWebhookEndpoint(source: "vapi", settings: $settings) { secret endpoint { url } } }`;
    const settings = { algorithm: 'sha256' };
    const { createWebhookEndpoint: made } = await owner.client.ask<{
      createWebhookEndpoint: { secret: string; endpoint: { url: string } };
    }>(query, { settings });
    secret = made.secret;
    path = new URL(made.endpoint.url).pathname;
  });

  const send = (body: string, [timestamp, signature]: [string, string], sent = body) =>
    post(sent, { 'x-timestamp': timestamp, 'x-signature': signature }, path);

  it('accepts a signature over the bytes sent', async () => {
    const [body, now] = [eventOf(), String(Date.now())];
    expect((await send(body, [now, hmac(secret, now, body)])).status).toBe(200);
  });

  it('refuses a signature over the same JSON written differently', async () => {
    const [body, now] = [eventOf(), String(Date.now())];
    expect((await send(body, [now, hmac(secret, now, body)], JSON.stringify(JSON.parse(body), null, 2))).status).toBe(
      401,
    );
  });

  it('refuses an altered byte, a truncated signature, an old or missing timestamp', async () => {
    const [body, now, old] = [eventOf(), String(Date.now()), String(Date.now() - 3_600_000)];
    const good = hmac(secret, now, body);
    const replies = await Promise.all([
      send(body, [now, good], body.replace('in-progress', 'in-progresS')),
      send(body, [now, good.slice(0, -2)]),
      send(body, [old, hmac(secret, old, body)]),
      send(body, ['', good]),
      send(body, [now, hmac('another', now, body)]),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  });
});
