import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { ask, send, type Knock } from '../support/answers.js';
import type { ApiClient } from '../support/api-client.js';
import { keepBlameless } from '../support/blameless.js';
import { browserOf } from '../support/browser.js';
import { indecenciesOf } from '../support/decent-answer.js';
import { generateOperations } from '../support/operation-generator.js';
import { join, signUp } from '../support/people.js';
import { startServer } from '../support/server.js';

const assistants = '/api/voice/assistants';

const server = await startServer();
keepBlameless(server);
const owner = await signUp(server.client);

async function newAssistant(): Promise<string> {
  const { status, body } = await send(owner.client, [`POST ${assistants}`, { context: 'x' }]);
  expect(status).toBe(201);
  return (JSON.parse(body) as { id: string }).id;
}

async function keyWith(permission: string): Promise<ApiClient> {
  const query = 'mutation ($p: [String!]!) { createApiKey(name: "x", permissions: $p) { secret } }';
  const { createApiKey } = await owner.client.ask<{ createApiKey: { secret: string } }>(query, { p: [permission] });
  return server.client.bearer(createApiKey.secret);
}

/** Everyone who may come, by what they are. */
async function everyone(): Promise<Record<string, ApiClient>> {
  const [viewer, member] = [await join(server.client, owner, 'VIEWER'), await join(server.client, owner, 'MEMBER')];
  const browser = await browserOf(server.client, owner);
  const other = await browserOf(server.client, viewer);
  const cookie = server.client.with({ cookie: browser.cookie });
  return {
    nobody: server.client,
    stranger: (await signUp(server.client)).client,
    viewer: viewer.client,
    member: member.client,
    owner: owner.client,
    'key for calls': await keyWith('calls:read'),
    'key for assistants': await keyWith('assistants:read'),
    'key to write them': await keyWith('assistants:write'),
    'key for contacts': await keyWith('contacts:read'),
    browser: cookie.with({ 'x-csrf-token': browser.csrf }),
    'browser without CSRF header': cookie,
    'browser with another CSRF token': cookie.with({ 'x-csrf-token': other.csrf }),
    'browser with nonsense': cookie.with({ 'x-csrf-token': 'x' }),
    'browser with a wrong bearer': cookie.with({ 'x-csrf-token': browser.csrf, authorization: 'Bearer x' }),
  };
}

describe('a right over REST', () => {
  it('is asked for at every door, whatever proves who knocks', async () => {
    const id = await newAssistant();
    const knocks: Knock[] = [
      `GET ${assistants}`,
      `GET ${assistants}/${id}`,
      [`POST ${assistants}`, { context: 'x' }],
      [`PUT ${assistants}/${id}`, { name: 'x' }],
      'GET /api/voice/calls',
      'GET /api/voice/stats',
      'GET /api/session',
    ];
    const table: Record<string, string> = {};
    for (const [name, client] of Object.entries(await everyone())) {
      const statuses: number[] = [];
      for (const knock of knocks) {
        const answer = await send(client, knock);
        expect([name, knock, ...indecenciesOf(answer.status, answer.body)]).toEqual([name, knock]);
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

  it('to delete is that of who may write, in the own workspace only', async () => {
    const id = await newAssistant();
    const people = await everyone();
    const statuses = new Map<string, number>();
    for (const [name, client] of Object.entries(people)) {
      if (['member', 'owner', 'browser', 'key to write them'].includes(name)) continue;
      statuses.set(name, (await send(client, `DELETE ${assistants}/${id}`)).status);
    }
    expect(Object.fromEntries(statuses)).toEqual({
      nobody: 401,
      stranger: 404,
      viewer: 403,
      'key for calls': 403,
      'key for assistants': 403,
      'key for contacts': 403,
      'browser without CSRF header': 403,
      'browser with another CSRF token': 403,
      'browser with nonsense': 403,
      'browser with a wrong bearer': 401,
    });
    expect((await send(owner.client, `GET ${assistants}/${id}`)).status).toBe(200);
    expect((await send(people.member ?? server.client, `DELETE ${assistants}/${id}`)).status).toBe(200);
  });

  it('is not widened by headers that a client sets', async () => {
    const stranger = await signUp(server.client);
    const id = await newAssistant();
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
    for (const cookie of [
      'ab_refresh=x; ab_session=x; ab_csrf=x',
      'ab_refresh=',
      'ab_refresh=%00',
      `ab_refresh=${'x'.repeat(5_000)}`,
    ]) {
      for (const path of ['/api/session/refresh', '/api/session/workspace', '/api/session/invitation']) {
        const answer = await send(server.client.with({ cookie }), [`POST ${path}`, {}]);
        expect([path, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([path, 401]);
      }
    }
    const ended = await send(server.client.with({ cookie: 'ab_refresh=x' }), 'DELETE /api/session');
    expect(ended.status).toBeLessThan(500);
  });
});

describe('a token', () => {
  const me = '{ me { id } }';

  it.each<[string, string]>([
    ['no token', 'Bearer'],
    ['blanks', 'Bearer  '],
    ['a letter', 'Bearer x'],
    ['the beginning of a key', 'Bearer ab_x'],
    ['an unsigned token', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    ['name and password', 'Basic eDp4'],
    ['a long word', `Bearer ${'x'.repeat(10_000)}`],
  ])('is asked for again from who sends %s', async (_, authorization) => {
    const client = server.client.with({ authorization });
    for (const answer of [await ask(client, me), await send(client, 'GET /api/voice/calls')]) {
      expect([indecenciesOf(answer.status, answer.body), answer.errors[0]?.code]).toEqual([[], 'UNAUTHENTICATED']);
    }
  });

  it('cannot be made by altering one', async () => {
    const [head = '', body = '', signature = ''] = owner.accessToken.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, role: 'ADMIN', access: 'admin' })).toString('base64url');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const token of [
      `${head}.${forged}.${signature}`,
      `${none}.${forged}.`,
      `${none}.${body}.`,
      `${head}.${body}.`,
      `${head}.${body}.${signature.slice(0, -4)}`,
      `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    ]) {
      expect((await ask(server.client.bearer(token), me)).errors[0]?.code).toBe('UNAUTHENTICATED');
    }
    expect((await ask(server.client.bearer(`${head}.${body}.${signature}`), me)).errors).toEqual([]);
  });
});

const scalars = {
  ...{ String: 'x', Int: 1, Float: 1, Boolean: true, JSON: {}, Decimal: '1', EmailAddress: 'nobody@example.fr' },
  ...{ DateTime: '2026-01-01T00:00:00Z', PhoneNumber: '+33199000000', URL: 'https://example.fr' },
};

describe('nobody in particular', () => {
  it('is refused every operation but those that precede signing in', async () => {
    const open = ['signUp', 'signIn', 'refreshSession', 'signOut', 'requestPasswordReset', 'resetPassword'];
    const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
    const operations = generateOperations(schema, { id: 'x', scalars, depth: 1 });
    expect(operations.length).toBeGreaterThan(30);
    for (const { kind, field, query, variables } of operations) {
      if (kind === 'subscription' || open.includes(field)) continue;
      const { errors, body } = await ask(server.client, query, variables);
      expect([field, errors.map(({ code }) => code)]).toEqual([field, ['UNAUTHENTICATED']]);
      expect(body).not.toMatch(/"data":\{"[a-zA-Z]+":[^n]/);
    }
  });
});
