import { randomUUID } from 'node:crypto';
import { request as rawRequest } from 'node:http';
import type { ApiClient } from '../support/api-client.js';
import { errorsIn, faultsIn, indecenciesOf, type ToldError } from '../support/decent-answer.js';
import { hostileTexts } from '../support/hostile-values.js';
import { linkIn, mailTo } from '../support/mail-box.js';
import { join, signUp, type Person } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';

const assistants = '/api/voice/assistants';
const calls = '/api/voice/calls';
const stats = '/api/voice/stats';

let server: TestServer;
let owner: Person;

beforeAll(async () => {
  server = await startServer({ PUBLIC_URL: 'https://api.example.fr' });
  owner = await signUp(server.client);
});
afterAll(() => server.close());
// Whatever is tried, nothing of it is a fault of the server.
afterEach(() => {
  expect(faultsIn(server.logLines.splice(0))).toEqual([]);
});

interface Answer {
  status: number;
  body: string;
  headers: Headers;
  error: ToldError | undefined;
}

async function answerOf(reply: Response): Promise<Answer> {
  const body = await reply.text();
  return { status: reply.status, body, headers: reply.headers, error: errorsIn(body)?.[0] };
}

/** @param request Such as `GET /api/voice/calls`. */
async function send(client: ApiClient, request: string, body?: unknown): Promise<Answer> {
  const [method = '', path = ''] = request.split(' ');
  return answerOf(await client.request(method, path, body));
}

function sendRaw(client: ApiClient, request: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  const [method = '', path = ''] = request.split(' ');
  const all = { ...client.headers, ...headers };
  return fetch(server.url + path, { method, headers: all, ...(body !== undefined && { body }) }).then(answerOf);
}

/** A refusal with this status, in both languages. */
async function expectRefused(status: number, client: ApiClient, request: string, body?: unknown): Promise<void> {
  const french = await send(client.with({ 'accept-language': 'fr-FR,fr;q=0.9' }), request, body);
  const english = await send(client.with({ 'accept-language': 'en' }), request, body);
  for (const answer of [french, english]) {
    expect([request, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([request, status]);
    expect(answer.headers.get('x-request-id')).toBe(answer.error?.requestId);
  }
  expect(french.error?.message).not.toBe(english.error?.message);
}

async function newAssistant({ client }: Person, input: object = {}): Promise<string> {
  const { status, body } = await send(client, `POST ${assistants}`, { context: 'x', ...input });
  expect(status).toBe(201);
  return (JSON.parse(body) as { id: string }).id;
}

async function keyWith(permissions: string[]): Promise<ApiClient> {
  const query = 'mutation ($permissions: [String!]!) { createApiKey(name: "x", permissions: $permissions) { secret } }';
  const { createApiKey } = await owner.client.ask<{ createApiKey: { secret: string } }>(query, { permissions });
  return server.client.bearer(createApiKey.secret);
}

/** A browser's session: its cookies as they are sent back, and its CSRF token. */
async function browserOf({ email, password }: Person): Promise<{ cookie: string; csrf: string }> {
  const reply = await server.client.request('POST', '/api/session', { email, password });
  const { csrfToken } = (await reply.json()) as { csrfToken: string };
  return { cookie: cookiesOf(reply), csrf: csrfToken };
}

function cookiesOf(reply: Response): string {
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

describe('a right', () => {
  it('is asked for at every door, whatever proves who knocks', async () => {
    const id = await newAssistant(owner);
    const [viewer, member] = [await join(server.client, owner, 'VIEWER'), await join(server.client, owner, 'MEMBER')];
    const browser = await browserOf(owner);
    const other = await browserOf(viewer);
    const cookie = server.client.with({ cookie: browser.cookie });
    const who: Record<string, ApiClient> = {
      nobody: server.client,
      stranger: (await signUp(server.client)).client,
      viewer: viewer.client,
      member: member.client,
      owner: owner.client,
      'key for calls': await keyWith(['calls:read']),
      'key for assistants': await keyWith(['assistants:read']),
      'key to write them': await keyWith(['assistants:write']),
      'key for contacts': await keyWith(['contacts:read']),
      browser: cookie.with({ 'x-csrf-token': browser.csrf }),
      'browser without CSRF header': cookie,
      'browser with another CSRF token': cookie.with({ 'x-csrf-token': other.csrf }),
      'browser with nonsense': cookie.with({ 'x-csrf-token': 'x' }),
      'browser with a wrong bearer': cookie.with({ 'x-csrf-token': browser.csrf, authorization: 'Bearer x' }),
    };
    const requests: [string, unknown?][] = [
      [`GET ${assistants}`],
      [`GET ${assistants}/${id}`],
      [`POST ${assistants}`, { context: 'x' }],
      [`PUT ${assistants}/${id}`, { name: 'x' }],
      [`GET ${calls}`],
      [`GET ${stats}`],
      ['GET /api/session'],
    ];
    const table: Record<string, string> = {};
    for (const [name, client] of Object.entries(who)) {
      const statuses: number[] = [];
      for (const [request, body] of requests) {
        const answer = await send(client, request, body);
        expect([name, request, ...indecenciesOf(answer.status, answer.body)]).toEqual([name, request]);
        statuses.push(answer.status);
      }
      table[name] = statuses.join(' ');
    }
    expect(table).toEqual({
      nobody: '401 401 401 401 401 401 401',
      stranger: '200 404 201 404 200 200 200',
      viewer: '200 200 403 403 200 200 200',
      member: '200 200 201 200 200 200 200',
      owner: '200 200 201 200 200 200 200',
      'key for calls': '403 403 403 403 200 200 401',
      'key for assistants': '200 200 403 403 403 403 401',
      'key to write them': '403 403 201 200 403 403 401',
      'key for contacts': '403 403 403 403 403 403 401',
      browser: '200 200 201 200 200 200 200',
      'browser without CSRF header': '403 403 403 403 403 403 403',
      'browser with another CSRF token': '403 403 403 403 403 403 403',
      'browser with nonsense': '403 403 403 403 403 403 403',
      'browser with a wrong bearer': '401 401 401 401 401 401 401',
    });
  });

  it('is not widened by headers that a client sets', async () => {
    const stranger = await signUp(server.client);
    const id = await newAssistant(owner);
    for (const headers of [
      { 'x-workspace-id': owner.workspaceId },
      { 'x-workspace-id': 'workspace_00000000-0000-7000-8000-000000000000' },
      { 'x-workspace-id': "' OR 1=1" },
      { 'x-http-method-override': 'DELETE' },
      { 'x-original-url': `${assistants}/${id}`, 'x-rewrite-url': `${assistants}/${id}` },
    ]) {
      const answer = await send(stranger.client.with(headers), `GET ${assistants}/${id}`);
      expect([headers, answer.status >= 400, ...indecenciesOf(answer.status, answer.body)]).toEqual([headers, true]);
    }
    expect((await send(owner.client, `GET ${assistants}/${id}`)).status).toBe(200);
  });

  it('is nobody else’s to refresh or end', async () => {
    for (const request of [
      'POST /api/session/refresh',
      'POST /api/session/workspace',
      'POST /api/session/invitation',
    ]) {
      for (const cookie of [
        'ab_refresh=x; ab_session=x; ab_csrf=x',
        'ab_refresh=',
        'ab_refresh=%00',
        `ab_refresh=${'x'.repeat(5_000)}`,
      ]) {
        const answer = await send(server.client.with({ cookie }), request, {});
        expect([request, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([request, 401]);
      }
    }
    expect((await send(server.client.with({ cookie: 'ab_refresh=x' }), 'DELETE /api/session')).status).toBeLessThan(
      500,
    );
  });
});

describe('an address', () => {
  it.each(['PATCH', 'TRACE2', 'PROPFIND', 'OPTIONS', 'PURGE'])('serves nothing with %s', async (method) => {
    for (const path of [assistants, `${assistants}/x`, calls, stats, '/api/session', '/health/live', '/metrics']) {
      if (method === 'TRACE2') continue;
      const answer = await send(owner.client, `${method} ${path}`);
      expect([path, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([path, 404]);
    }
  });

  it('serves only what it is for', async () => {
    for (const request of [
      `DELETE ${assistants}`,
      `PUT ${assistants}`,
      `POST ${assistants}/x`,
      `POST ${calls}`,
      `DELETE ${calls}/x`,
      `PUT ${stats}`,
      'PUT /api/session',
      'GET /api/session/refresh',
      'GET /api',
      'GET /api/voice',
      'GET /',
      'GET /.env',
      'GET /package.json',
    ]) {
      await expectRefused(404, owner.client, request);
    }
  });

  it('answers HEAD like GET, without a body', async () => {
    for (const [client, path, status] of [
      [owner.client, assistants, 200],
      [server.client, assistants, 401],
      [owner.client, `${assistants}/x`, 404],
      [owner.client, stats, 200],
      [owner.client, '/nowhere', 404],
    ] as const) {
      const answer = await send(client, `HEAD ${path}`);
      expect([path, answer.status, answer.body]).toEqual([path, status, '']);
    }
  });

  it('means what it says, however it is written', async () => {
    const paths = [
      ...[
        '/..%2f..%2f..%2fetc%2fpasswd',
        '/%2e%2e/%2e%2e',
        '/%00',
        '/%ff',
        '/%',
        '/%zz',
        '/..;/x',
        '/x%0d%0aset-cookie:a=b',
      ],
      ...[
        `/${'x'.repeat(300)}`,
        `/${'a/'.repeat(200)}`,
        `/${encodeURIComponent(hostileTexts.sql ?? '')}`,
        '/__proto__',
        '/constructor',
      ],
      ...[
        `/${encodeURIComponent('🙂\u202e')}`,
        '//',
        '/\\..\\..',
        '/assistant_x',
        `/assistant_${randomUUID().toUpperCase()}`,
      ],
      ...[`/call_${randomUUID()}`, `/${randomUUID()}`],
    ];
    for (const base of [assistants, calls]) {
      for (const path of paths) {
        const answer = await exactly(`GET ${base}${path}`);
        expect([path, ...indecenciesOf(answer.status, answer.body), [400, 404, 414].includes(answer.status)]).toEqual([
          path,
          true,
        ]);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    }
    for (const path of ['/api/voice/calls/../../../etc/passwd', '/../.env', '/graphql/../.env', '//etc/passwd', '*']) {
      const answer = await exactly(`GET ${path}`);
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
    }
  });

  /** Without what `fetch` does to an address. */
  function exactly(line: string): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
    const [method, path] = line.split(' ');
    const { hostname, port } = new URL(server.url);
    return new Promise((resolve, reject) => {
      const sent = rawRequest({ hostname, port, method, path, headers: owner.client.headers }, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString(), headers: reply.headers }),
        );
      });
      sent.on('error', reject).end();
    });
  }
});

/** Half a pair of surrogates cannot be written in an address. */
function inAddress(text: string): string {
  return encodeURIComponent(Buffer.from(text.slice(0, 400)).toString());
}

describe('a question in an address', () => {
  it.each([
    ...[
      '?first=0',
      '?first=-1',
      '?first=101',
      '?first=99999999999999999999',
      '?first=1e1',
      '?first=1.5',
      '?first=',
      '?first=abc',
      '?first=%31%00',
    ],
    ...[
      '?first=1&first=2',
      '?first[]=1',
      '?first[a]=1',
      '?after=',
      '?after=x',
      '?after=x&after=y',
      '?unknown=1',
      '?__proto__[a]=1',
      '?constructor=1',
    ],
    ...[`?search=${'x'.repeat(501)}`, '?search=a&search=b', '?%00=1', '?first=%FF'],
  ])('is refused: %s', async (search) => {
    for (const path of [assistants, calls]) await expectRefused(400, owner.client, `GET ${path}${search}`);
  });

  it.each(['from', 'to'])('is refused for a moment that is none: %s', async (name) => {
    for (const moment of [
      '',
      'now',
      '2026-01-01',
      '2026-02-30T00:00:00Z',
      '2026-01-01T25:00:00Z',
      '275760-09-13T00:00:00Z',
      'infinity',
      '1',
      "'--",
    ]) {
      for (const path of [calls, stats])
        await expectRefused(400, owner.client, `GET ${path}?${name}=${encodeURIComponent(moment)}`);
    }
  });

  it('may be of any time that the calendar has', async () => {
    for (const moment of [
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00+14:00',
      '9999-12-31T23:59:59.999999999-12:00',
      '2026-06-30T23:59:60Z',
    ]) {
      for (const path of [calls, stats]) {
        const answer = await send(owner.client, `GET ${path}?from=${encodeURIComponent(moment)}`);
        expect([moment, ...indecenciesOf(answer.status, answer.body)]).toEqual([moment]);
      }
    }
  });

  it('may search for any text', async () => {
    for (const [name, text] of Object.entries(hostileTexts)) {
      for (const path of [assistants, calls]) {
        const answer = await send(owner.client, `GET ${path}?search=${inAddress(text)}`);
        expect([name, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([name, 200]);
      }
    }
  });

  it('is nothing’s when it names nothing', async () => {
    for (const [name, text] of Object.entries(hostileTexts)) {
      for (const path of [`${calls}?assistantId=`, `${calls}?contactId=`, `${stats}?assistantId=`]) {
        const answer = await send(owner.client, `GET ${path}${inAddress(text)}`);
        expect([name, path, [400, 404].includes(answer.status), ...indecenciesOf(answer.status, answer.body)]).toEqual([
          name,
          path,
          true,
        ]);
      }
    }
  });
});

describe('a body', () => {
  it('is refused unless it is JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/octet-stream',
      'nonsense',
    ]) {
      for (const request of [`POST ${assistants}`, 'POST /api/session', 'POST /api/session/refresh']) {
        const answer = await sendRaw(owner.client, request, { 'content-type': type }, '{"context":"x"}');
        expect([type, request, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([
          type,
          request,
          415,
        ]);
      }
    }
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['cut JSON', '{"context":'],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['a prototype', '{"context":"x","__proto__":{"a":1}}'],
    ['a constructor', '{"context":"x","constructor":{"prototype":{"a":1}}}'],
    ['a deep nest', `{"context":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['fields that are not its own', '{"context":"x","workspaceId":"x"}'],
    ['a byte that is no UTF-8', '{"context":\ufffd"x"}'],
  ])('is refused with 400 for %s', async (_, body) => {
    for (const request of [`POST ${assistants}`, 'POST /api/session']) {
      const answer = await sendRaw(owner.client, request, { 'content-type': 'application/json' }, body);
      expect([request, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([request, 400]);
    }
  });

  it('is refused with 413 beyond a megabyte', async () => {
    for (const request of [`POST ${assistants}`, 'POST /api/session', 'POST /api/session/refresh']) {
      await expectRefused(413, owner.client, request, { context: 'x'.repeat(1_100_000) });
    }
  });

  it('keeps every text as it is, or says what is wrong with it', async () => {
    const id = await newAssistant(owner);
    for (const [name, text] of Object.entries(hostileTexts)) {
      for (const field of [
        'name',
        'clientName',
        'context',
        'firstMessage',
        'voiceId',
        'language',
        'timeZone',
        'route',
        'clientId',
        'phoneNumber',
      ]) {
        const answer = await send(owner.client, `PUT ${assistants}/${id}`, { [field]: text });
        expect([name, field, ...indecenciesOf(answer.status, answer.body)]).toEqual([name, field]);
        expect([name, field, [200, 400, 404].includes(answer.status)]).toEqual([name, field, true]);
        const stored = (JSON.parse(answer.body) as Record<string, unknown>)[field];
        if (answer.status === 200) expect([name, field, stored]).toEqual([name, field, text.trim()]);
      }
    }
  });

  it('is refused by the session routes for what is no address, password, workspace or token', async () => {
    for (const value of [null, 7, {}, [], true, ...Object.values(hostileTexts)]) {
      for (const [request, body] of [
        ['POST /api/session', { email: value, password: 'x' }],
        ['POST /api/session', { email: 'nobody@example.fr' }],
        ['POST /api/session/workspace', { workspaceId: value }],
        ['POST /api/session/invitation', { token: value }],
      ] as const) {
        const answer = await send(owner.client, request, body);
        expect([request, value, ...indecenciesOf(answer.status, answer.body)]).toEqual([request, value]);
        expect([400, 401, 404]).toContain(answer.status);
      }
    }
  });
});

describe('an Idempotency-Key', () => {
  const withKey = (client: ApiClient, key: string = randomUUID()) => client.with({ 'idempotency-key': key });

  it('makes one assistant of many requests at once, and refuses another body', async () => {
    const { client } = await signUp(server.client);
    const keyed = withKey(client);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => send(keyed, `POST ${assistants}`, { context: 'x' })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    await expectRefused(409, keyed, `POST ${assistants}`, { context: 'y' });
    await expectRefused(409, keyed, `POST ${assistants}?x=1`, { context: 'x' });
    expect((JSON.parse((await send(client, `GET ${assistants}`)).body) as { data: unknown[] }).data).toHaveLength(1);
  });

  it('repeats a deletion’s answer instead of 404', async () => {
    const id = await newAssistant(owner);
    const keyed = withKey(owner.client);
    const [first, second] = [
      await send(keyed, `DELETE ${assistants}/${id}`),
      await send(keyed, `DELETE ${assistants}/${id}`),
    ];
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
    await expectRefused(404, owner.client, `DELETE ${assistants}/${id}`);
  });

  it.each(['', ' ', 'é', 'a b', 'x'.repeat(256), 'a, b'])('is refused as %j', async (key) => {
    const encoded = Buffer.from(key).toString('latin1');
    const answer = await send(withKey(owner.client, encoded), `POST ${assistants}`, { context: 'x' });
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([400]);
  });

  it('does not hand one browser’s session to another one behind the same address', async () => {
    const person = await signUp(server.client);
    const { cookie, csrf } = await browserOf(person);
    const refresh = cookie.split('; ').find((part) => part.startsWith('ab_refresh=')) ?? '';
    const keyed = withKey(server.client);
    const victim = keyed.with({ cookie: refresh, 'x-csrf-token': csrf });
    const first = await victim.request('POST', '/api/session/refresh');
    expect([first.status, first.headers.getSetCookie().length]).toEqual([200, 3]);
    for (const attacker of [keyed, keyed.with({ cookie: 'ab_refresh=x' }), keyed.with({ 'x-csrf-token': csrf })]) {
      const stolen = await attacker.request('POST', '/api/session/refresh');
      expect([stolen.status >= 400, stolen.headers.getSetCookie()]).toEqual([true, []]);
    }
    const again = await victim.request('POST', '/api/session/refresh');
    expect([again.status, again.headers.getSetCookie()]).toEqual([200, first.headers.getSetCookie()]);
  });

  it('does not open a door for those without the right, or after it is gone', async () => {
    const viewer = await join(server.client, owner, 'VIEWER');
    const key = randomUUID();
    expect((await send(withKey(owner.client, key), `POST ${assistants}`, { context: 'x' })).status).toBe(201);
    expect((await send(withKey(viewer.client, key), `POST ${assistants}`, { context: 'x' })).status).toBe(403);
    expect((await send(withKey(server.client, key), `POST ${assistants}`, { context: 'x' })).status).toBe(401);
  });
});

describe('a header', () => {
  it('may be nonsense', async () => {
    for (const headers of [
      { 'accept-language': 'x'.repeat(5_000) },
      { 'accept-language': '*;q=0,,;;' },
      { traceparent: '00-zz-zz-00' },
      { traceparent: 'x'.repeat(5_000) },
      { 'x-request-id': "'; DROP TABLE users; --" },
      { 'x-request-id': 'x'.repeat(1_000) },
      { 'x-forwarded-for': "1.2.3.4, ' OR 1=1" },
      { cookie: '=;;=; ab_session; ab_session==' },
      { 'if-none-match': '*' },
      { range: 'bytes=0-1' },
      { expect: '100-continue' },
      { accept: 'nonsense/x;q=z' },
    ]) {
      const {
        status,
        body,
        headers: told,
      } = await sendRaw(owner.client, `GET ${assistants}`, headers).catch(() => never);
      expect([headers, status < 500, ...(status < 500 ? [] : indecenciesOf(status, body))]).toEqual([headers, true]);
      expect(told.get('x-request-id') ?? '').not.toMatch(/DROP|x{200}/);
    }
  });

  it('is refused with 431 when all of them are too long', async () => {
    const answer = await sendRaw(server.client, 'GET /health/live', { 'x-pad': 'x'.repeat(60_000) });
    expect(answer.status).toBe(431);
  });

  it('decides neither where mailed links lead nor whose attempts are counted', async () => {
    const { hostname, port } = new URL(server.url);
    const body = JSON.stringify({ query: `mutation { requestPasswordReset(email: "${owner.email}") }` });
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'content-type': 'application/json' };
    await new Promise((resolve, reject) => {
      rawRequest({ hostname, port, method: 'POST', path: '/graphql', headers }, (reply) =>
        reply.resume().on('end', resolve),
      )
        .on('error', reject)
        .end(body);
    });
    const link = linkIn(await mailTo(server.dataDir, owner.email, 'reset-password'));
    expect(new URL(link).origin).toBe('https://api.example.fr');

    // Forwarded addresses count from trusted proxies only.
    const query = 'mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) }';
    const codes = new Set<string | undefined>();
    for (let attempt = 0; attempt < 40; attempt++) {
      const client = server.client.with({ 'x-forwarded-for': `10.0.0.${attempt}`, forwarded: `for=10.0.0.${attempt}` });
      const { errors } = await client.post(query, { email: `nobody-${attempt}@example.fr` });
      codes.add(errors?.[0]?.extensions.code);
    }
    expect([...codes]).toEqual([undefined, 'RATE_LIMITED']);
  });

  it('protects every answer to a browser', async () => {
    for (const request of [
      `GET ${assistants}`,
      'GET /nowhere',
      'GET /api/session',
      'POST /graphql',
      'GET /health/live',
    ]) {
      const { headers } = await send(owner.client, request, request.startsWith('POST') ? {} : undefined);
      expect([request, headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual([
        request,
        'nosniff',
        'no-store',
      ]);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('strict-transport-security')).toBeTruthy();
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
    }
  });
});

const never: Answer = { status: 0, body: '', headers: new Headers(), error: undefined };
