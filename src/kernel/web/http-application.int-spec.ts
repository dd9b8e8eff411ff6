import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { until } from '../../../test/support/until.js';
import { startGreetings, type GreetingApp } from './testing/greeting-app.js';

let server: GreetingApp;

beforeAll(async () => {
  server = await startGreetings();
});
afterAll(() => server.app.close());
beforeEach(() => server.lines.splice(0));

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function ask(
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<Answer> {
  const reply = await server.client.with(options.headers ?? {}).request(method, path, options.body);
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: JSON.parse(text || '{}') as Record<string, unknown> };
}

const hello = (headers: Record<string, string> = {}) => ask('GET', '/greetings', { headers });

/** What a server answers to bytes that no client would send. */
async function answerToBytes(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(server.client.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString()));
  socket.end(bytes);
  await once(socket, 'close');
  return answer;
}

describe('Every answer', () => {
  it('has the id of its request, the caller’s own if it has one', async () => {
    const own = await hello({ 'x-request-id': 'request-of-a-test' });
    expect([own.headers.get('x-request-id'), own.body.requestId]).toEqual(['request-of-a-test', 'request-of-a-test']);
    const made = await hello({ 'x-request-id': 'no good' });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.body.requestId).toBe(made.headers.get('x-request-id'));
  });

  it.each(['/greetings', '/greetings/mine', '/nowhere', '/greetings/fail/unknown'])(
    'cannot run, be framed, sniffed or kept: %s',
    async (path) => {
      const { headers } = await ask('GET', path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('asks browsers to stay with https where the server is reached by it', async () => {
    const https = await startGreetings({ PUBLIC_URL: 'https://agents.example' });
    const reply = await https.client.request('GET', '/greetings');
    expect(reply.headers.get('strict-transport-security')).toBe('max-age=31536000');
    await https.app.close();
  });

  it('goes to the address of the socket, whatever a header claims', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    expect((await hello(headers)).body.address).toBe('127.0.0.1');
    const proxied = await startGreetings({ TRUSTED_PROXIES: 'loopback' });
    const reply = await proxied.client.with(headers).request('GET', '/greetings');
    expect(await reply.json()).toMatchObject({ address: '203.0.113.9' });
    await proxied.app.close();
  });
});

describe('A body', () => {
  const headers = { authorization: 'Bearer camille' };

  it('is JSON', async () => {
    expect((await ask('POST', '/greetings', { headers, body: { a: ['é'] } })).body).toMatchObject({
      body: { a: ['é'] },
    });
  });

  it.each<[string, string, string, number, string]>([
    ['a form', 'a=1', 'application/x-www-form-urlencoded', 415, 'HTTP.UNSUPPORTED_MEDIA_TYPE'],
    ['a text', '{"a":1}', 'text/plain', 415, 'HTTP.UNSUPPORTED_MEDIA_TYPE'],
    ['XML', '<a/>', 'application/xml', 415, 'HTTP.UNSUPPORTED_MEDIA_TYPE'],
    ['broken JSON', '{"a":', 'application/json', 400, 'HTTP.INVALID_JSON'],
    ['nothing', '', 'application/json', 400, 'HTTP.INVALID_JSON'],
    ['a poisoned object', '{"__proto__":{"a":1}}', 'application/json', 400, 'HTTP.INVALID_JSON'],
    ['more than a megabyte', `"${'x'.repeat(1024 * 1024)}"`, 'application/json', 413, 'HTTP.BODY_TOO_LARGE'],
  ])('is refused when it is %s', async (...[, body, contentType, status, reason]) => {
    const reply = await fetch(`${server.client.url}/greetings`, {
      method: 'POST',
      headers: { ...headers, 'content-type': contentType },
      body,
    });
    expect([reply.status, await reply.json()]).toMatchObject([status, { error: { code: 'BAD_USER_INPUT', reason } }]);
  });
});

describe('An error', () => {
  it.each<[string, number, object]>([
    ['ours', 409, { code: 'CONFLICT', reason: 'GREETING.TAKEN' }],
    ['fields', 400, { code: 'BAD_USER_INPUT', fields: [{ path: 'input.name', message: 'Do this next.' }] }],
    ['later', 429, { code: 'RATE_LIMITED' }],
    ['away', 503, { code: 'UPSTREAM_UNAVAILABLE' }],
    ['unknown', 500, { code: 'INTERNAL', reason: 'KERNEL.INTERNAL' }],
    ['thrownText', 500, { code: 'INTERNAL' }],
  ])('has one form, in the reader’s language: %s', async (kind, status, error) => {
    const path = `/greetings/fail/${kind}`;
    const english = await ask('GET', path, {
      headers: { 'accept-language': 'en', 'x-request-id': 'request-of-a-test' },
    });
    expect([english.status, english.body]).toEqual([
      status,
      { error: expect.objectContaining({ ...error, requestId: 'request-of-a-test' }) as unknown },
    ]);
    const french = await ask('GET', path, { headers: { 'accept-language': 'fr' } });
    expect(JSON.stringify(french.body)).toMatch(/Faites ceci\.|Une erreur est survenue/);
    expect(JSON.stringify([english.body, french.body])).not.toMatch(/secret|stack/);
  });

  it('says when to come back', async () => {
    expect((await ask('GET', '/greetings/fail/later')).headers.get('retry-after')).toBe('2');
  });

  it('of this server is told to the log whole, as is why a client was sent away', async () => {
    await ask('GET', '/greetings/fail/unknown', { headers: { 'x-request-id': 'request-of-a-test' } });
    await ask('GET', '/greetings/fail/away');
    await ask('GET', '/greetings/fail/ours');
    expect(server.lines).toMatchObject([
      { event: 'http.unexpected_error', requestId: 'request-of-a-test', route: '/greetings/fail/:kind' },
      { event: 'http.unavailable' },
    ]);
    expect(JSON.stringify(server.lines)).toMatch(/duplicate key.*secret host is down/s);
  });

  it.each([
    ['GET', '/nowhere'],
    ['PATCH', '/greetings'],
    ['GET', '/greetings/%00'],
    ['GET', '/../../etc/passwd'],
  ])('is the answer to %s %s', async (method, path) => {
    const { status, body } = await ask(method, path);
    expect([status, body]).toMatchObject([404, { error: { code: 'NOT_FOUND', reason: 'HTTP.NO_SUCH_ROUTE' } }]);
  });

  it('is the answer to a route without a rule, signed in or not', async () => {
    expect((await ask('GET', '/greetings/forgotten')).status).toBe(401);
    expect((await ask('GET', '/greetings/forgotten', { headers: { authorization: 'Bearer camille' } })).status).toBe(
      403,
    );
  });

  it('is the answer to an address that cannot be read, with its id and headers', async () => {
    const { status, headers, body } = await ask('DELETE', '/greetings/%E0%A4%A');
    expect([status, body]).toMatchObject([
      400,
      { error: { code: 'BAD_USER_INPUT', requestId: headers.get('x-request-id') } },
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is the answer to what is not HTTP', async () => {
    expect(await answerToBytes('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await answerToBytes(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });
});

describe('Closing', () => {
  it('finishes the requests that run, and waits for no connection that its client would keep', async () => {
    const closing = await startGreetings();
    const agent = new Agent({ keepAlive: true });
    const body = JSON.stringify({ a: 1 });
    const headers = {
      authorization: 'Bearer camille',
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const running = httpRequest(`${closing.client.url}/greetings`, { agent, method: 'POST', headers });
    running.write(body.slice(0, 3));
    await until(() => closing.authenticator.presented.length === 1);
    const closed = closing.app.close();
    running.end(body.slice(3));
    const [reply] = (await once(running, 'response')) as [IncomingMessage];
    expect(reply.statusCode).toBe(201);
    reply.resume();
    await closed;
    agent.destroy();
  });
});
