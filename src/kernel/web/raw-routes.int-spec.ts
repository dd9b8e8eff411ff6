import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startGreetings, type GreetingApp } from './testing/greeting-app.js';
import { WebSocketRoutes } from './web-socket-routes.js';

let server: GreetingApp;

beforeAll(async () => {
  server = await startGreetings();
});
afterAll(() => server.app.close());

interface Seen {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  parameter?: string;
  bytes: string;
}

function post(body: string, options: { path?: string; headers?: Record<string, string> } = {}): Promise<Response> {
  const { path = '/raw', headers = {} } = options;
  return fetch(server.client.url + path, { method: 'POST', body, headers });
}

async function seenIn(reply: Promise<Response>): Promise<Seen> {
  return (await (await reply).json()) as Seen;
}

const hex = (text: string) => Buffer.from(text).toString('hex');

describe('A raw route', () => {
  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'nonsense'])(
    'gets the bytes as they came, as %s',
    async (contentType) => {
      const body = '{"a": 1.10 }\n';
      expect((await seenIn(post(body, { headers: { 'content-type': contentType } }))).bytes).toBe(hex(body));
    },
  );

  it('gets bytes that come piece by piece, and none at all', async () => {
    const pieces = new ReadableStream({
      start(controller) {
        for (const piece of ['a', 'é', '']) controller.enqueue(Buffer.from(piece));
        controller.close();
      },
    });
    const reply = fetch(`${server.client.url}/raw`, { method: 'POST', body: pieces, duplex: 'half' });
    expect((await seenIn(reply)).bytes).toBe(hex('aé'));
    expect((await seenIn(post(''))).bytes).toBe('');
  });

  it('knows the id of its request, and that of the thing that it is about', async () => {
    const headers = { 'x-request-id': 'request-of-a-test' };
    const reply = await post('x', { path: '/raw/caf%C3%A9?a=1', headers });
    expect(reply.headers.get('x-request-id')).toBe('request-of-a-test');
    expect(await reply.json()).toMatchObject({ id: 'request-of-a-test', url: '/raw/caf%C3%A9?a=1', parameter: 'café' });
    expect(await seenIn(post('x', { path: '/raw/' }))).not.toHaveProperty('parameter');
    expect((await seenIn(post('x', { path: '/raw/%E0%A4%A' }))).parameter).toBe('%E0%A4%A');
  });

  it('asks nobody who sends it', async () => {
    const asked = server.authenticator.presented.length;
    await post('x', { headers: { authorization: 'Bearer camille' } });
    expect(server.authenticator.presented).toHaveLength(asked);
  });

  it('has a limit of its own, told beforehand or not', async () => {
    expect((await post('x'.repeat(1_000))).status).toBe(200);
    const known = await post('x'.repeat(1_001));
    expect([known.status, await known.json()]).toMatchObject([413, { error: { reason: 'HTTP.BODY_TOO_LARGE' } }]);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.alloc(600)) });
    const reply = await fetch(`${server.client.url}/raw`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    });
    expect(reply.status).toBe(413);
    expect((await post('x')).status).toBe(200);
  });

  it.each<[string, number, object]>([
    ['ours', 409, { code: 'CONFLICT', reason: 'GREETING.TAKEN', message: 'Do this next.' }],
    ['later', 429, { code: 'RATE_LIMITED' }],
    ['away', 503, { code: 'UPSTREAM_UNAVAILABLE' }],
    ['unknown', 500, { code: 'INTERNAL' }],
  ])('has the form of error that REST has: %s', async (fault, status, error) => {
    const headers = { 'accept-language': 'en', 'x-request-id': 'request-of-a-test' };
    const reply = await post('x', { path: `/raw/${fault}`, headers });
    const body = await reply.text();
    expect([reply.status, JSON.parse(body)]).toMatchObject([
      status,
      { error: { ...error, requestId: 'request-of-a-test' } },
    ]);
    expect(body).not.toContain('secret');
    expect(reply.headers.get('retry-after')).toBe(fault === 'later' ? '2' : null);
  });

  it.each([
    ['GET', '/raw'],
    ['PUT', '/raw'],
    ['POST', '/raw/a/b'],
    ['POST', '/rawer'],
    ['POST', '/RAW'],
    ['POST', '/'],
  ])('is reached by POST at its own address only, not by %s %s', async (method, path) => {
    const reply = await server.client.request(method, path);
    expect([reply.status, await reply.json()]).toMatchObject([404, { error: { code: 'NOT_FOUND' } }]);
  });

  it('changes nothing for the routes beside it', async () => {
    expect((await post('x', { path: '/greetings', headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  });
});

describe('A WebSocket', () => {
  it('belongs to who serves its path, whatever the query', async () => {
    const routes = server.app.get(WebSocketRoutes, { strict: false });
    const seen: (string | undefined)[] = [];
    routes.serve('/talk', (request, socket) => {
      seen.push(request.url);
      socket.end('HTTP/1.1 418 I am a teapot\r\nConnection: close\r\n\r\n');
    });
    for (const [path, status] of [
      ['/talk', '418'],
      ['/talk?a=/other', '418'],
      ['/other', '404'],
      ['/talk/more', '404'],
    ] as const) {
      const socket = new WebSocket(server.client.url.replace('http', 'ws') + path);
      const [error] = (await once(socket, 'error')) as [Error];
      expect(error.message).toContain(status);
    }
    expect(seen).toEqual(['/talk', '/talk?a=/other']);
    expect(() => routes.serve('/talk', () => undefined)).toThrow('Two parts serve WebSockets at /talk.');
  });
});
