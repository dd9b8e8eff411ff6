import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import type { ApiClient } from '../support/api-client.js';
import { errorsIn, faultsIn, indecenciesOf, type ToldError } from '../support/decent-answer.js';
import { generateOperations } from '../support/operation-generator.js';
import { join, newEmail, signIn, signUp, type Person } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';

const adminAccount = { email: newEmail(), password: randomUUID() };
const adminEnvironment = { ADMIN_EMAIL: adminAccount.email, ADMIN_PASSWORD: adminAccount.password };

let server: TestServer;
let owner: Person;

beforeAll(async () => {
  server = await startServer(adminEnvironment);
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
  errors: ToldError[];
}

async function answerOf(reply: Response): Promise<Answer> {
  const body = await reply.text();
  return { status: reply.status, body, errors: errorsIn(body) ?? [] };
}

async function ask(query: string, variables: object = {}, client: ApiClient = owner.client): Promise<Answer> {
  return answerOf(await client.request('POST', '/graphql', { query, variables }));
}

/** A clear refusal in both languages, within a moment. @returns its reason. */
async function refusalOf(query: string, variables: object = {}): Promise<string> {
  const from = performance.now();
  const french = await ask(query, variables, owner.client.with({ 'accept-language': 'fr' }));
  expect(performance.now() - from).toBeLessThan(2_000);
  const english = await ask(query, variables, owner.client.with({ 'accept-language': 'en' }));
  expect([indecenciesOf(french.status, french.body), indecenciesOf(english.status, english.body)]).toEqual([[], []]);
  expect(french.errors[0]?.message).not.toBe(english.errors[0]?.message);
  expect(JSON.parse(french.body)).not.toHaveProperty('data.me');
  return french.errors[0]?.reason ?? `accepted: ${french.body.slice(0, 200)}`;
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

/** Each fragment spreads the next one twice: the last one stands in the first a billion times. */
const laughs = (levels: number) =>
  `{ me { ...f0 } } ${times(levels, (i) => `fragment f${i} on User { ...f${i + 1} ...f${i + 1} }`)} fragment f${levels} on User { id }`;

describe('a document that asks too much', () => {
  it.each<[string, string, string]>([
    ['10,000 aliases', `{ ${times(10_000, (i) => `a${i}: me { id }`)} }`, 'GRAPHQL.TOO_LONG'],
    ['16 aliases', `{ ${times(16, (i) => `a${i}: me { id }`)} }`, 'GRAPHQL.TOO_MANY_ALIASES'],
    [
      'aliases in a fragment',
      `{ me { ...f } } fragment f on User { ${times(16, (i) => `a${i}: id`)} }`,
      'GRAPHQL.TOO_MANY_ALIASES',
    ],
    [
      '16 passwords at once',
      `mutation { ${times(16, (i) => `a${i}: signIn(input: { email: "a@b.fr", password: "${i}" }) { accessToken }`)} }`,
      'GRAPHQL.TOO_MANY_ALIASES',
    ],
    ['depth 50', `{ me { ${'memberships { user { '.repeat(25)} id ${'} }'.repeat(25)} } }`, 'GRAPHQL.TOO_DEEP'],
    [
      'depth 9 through fragments',
      `{ me { ...a } } fragment a on User { memberships { user { ...b } } } fragment b on User { memberships { user { ...c } } } fragment c on User { memberships { user { memberships { role } } } }`,
      'GRAPHQL.TOO_DEEP',
    ],
    ['10,000 directives', `{ me { id ${'@include(if: true)'.repeat(10_000)} } }`, 'GRAPHQL.TOO_LONG'],
    ['500 directives', `{ me { id ${'@include(if:true)'.repeat(120)} } }`, 'GRAPHQL.TOO_MANY_DIRECTIVES'],
    ['unknown directives', `{ me { id ${'@a'.repeat(400)} } }`, 'GRAPHQL.TOO_MANY_DIRECTIVES'],
    [
      'directives on variables',
      `query (${times(11, (i) => `$a${i}: Int @a`)}) { me { id } }`,
      'GRAPHQL.TOO_MANY_DIRECTIVES',
    ],
    ['one field over and over', `{ me { ${'id '.repeat(400)} } }`, 'GRAPHQL.TOO_MANY_REPEATS'],
    ['a billion laughs', laughs(40), 'GRAPHQL.TOO_MANY_FIELDS'],
    ['a million tokens', `{ me { ${'id '.repeat(3_000)} } }`, 'GRAPHQL.TOO_MANY_TOKENS'],
    ['a megabyte', `{ me { id } } # ${'x'.repeat(900_000)}`, 'GRAPHQL.TOO_LONG'],
    [
      'nested lists',
      `{ calls(first: 100) { nodes { workspace { members { workspace { members { role } } } } } } }`,
      'GRAPHQL.TOO_COSTLY',
    ],
    [
      'nested lists by variable',
      `query ($n: Int) { calls(first: $n) { nodes { workspace { members { workspace { members { role } } } } } } }`,
      'GRAPHQL.TOO_COSTLY',
    ],
  ])('is refused for %s', async (_, query, reason) => {
    expect(await refusalOf(query, query.includes('$n') ? { n: 100 } : {})).toBe(reason);
  });

  it.each<[string, string]>([
    ['a fragment of itself', `{ me { ...a } } fragment a on User { id ...a }`],
    [
      'fragments in a ring',
      `{ me { ...a } } fragment a on User { ...b } fragment b on User { ...c } fragment c on User { ...a }`,
    ],
    ['a ring that nobody spreads', `{ me { id } } fragment a on User { ...b } fragment b on User { ...a }`],
    ['an unknown fragment', `{ me { ...__schema } }`],
    ['an unused fragment', `{ me { id } } fragment __schema on User { id }`],
    ['two fragments of one name', `{ me { ...a } } fragment a on User { id } fragment a on User { name }`],
    ['a fragment on a scalar', `{ me { id { ...a } } } fragment a on String { length }`],
    ['two anonymous operations', `{ me { id } } { me { id } }`],
    ['two operations and no name', `query a { me { id } } query b { me { id } }`],
    ['a type definition', `type Query { me: String }`],
    ['an extension', `extend type User { password: String }`],
    ['an unused variable', `query ($a: Int) { me { id } }`],
    ['an undeclared variable', `{ calls(first: $n) { totalCount } }`],
    ['two variables of one name', `query ($a: Int, $a: Int) { calls(first: $a) { totalCount } }`],
    ['an output type as a variable', `query ($a: User) { calls(first: $a) { totalCount } }`],
    ['a subscription', `subscription { callUpdated { id } }`],
    ['an enum as text', `{ calls(filter: { status: "COMPLETED" }) { totalCount } }`],
    ['an unknown enum value', `{ calls(filter: { status: DONE }) { totalCount } }`],
    ['an Int out of range', `{ calls(first: 2147483648) { totalCount } }`],
    ['a Float as Int', `{ calls(first: 1.5) { totalCount } }`],
    ['an argument twice', `{ calls(first: 1, first: 2) { totalCount } }`],
    ['a field twice', `{ calls(filter: { status: FAILED, status: COMPLETED }) { totalCount } }`],
    ['an unknown field of an input', `mutation { createContact(input: { nom: "x" }) { id } }`],
    ['a required field left out', `mutation { createVoiceAssistant(input: { name: "x" }) { id } }`],
    ['null for a required argument', `{ call(id: null) { id } }`],
    ['one name for different fields', `{ me { id id: name } }`],
    ['an object without fields', `{ me }`],
    ['NUL', `{ me { id\u0000 } }`],
    ['half a pair', `{ me { \ud800 } }`],
    ['a text that does not end', `{ call(id: "x) { id } }`],
    ['brackets only', `${'{ '.repeat(450)}`],
    ['lists only', `{ calls(first: ${'['.repeat(450)}) { totalCount } }`],
    ['SQL', `SELECT * FROM users`],
    ['nothing but a comment', `# me`],
    ['__proto__', `{ __proto__ { id } constructor toString }`],
  ])('is refused for %s', async (_, query) => {
    expect(await refusalOf(query)).toMatch(
      /^GRAPHQL\.(DOCUMENT|SYNTAX|VARIABLES|OPERATION)_INVALID|WEBSOCKET_REQUIRED$/,
    );
  });

  it('may have fragments of any name, that of the schema included', async () => {
    const { body } = await ask(
      `{ me { ...__schema ...__type } } fragment __schema on User { id } fragment __type on User { name }`,
    );
    expect(JSON.parse(body)).toEqual({ data: { me: { id: owner.userId, name: 'Camille' } } });
  });

  it('leaves the server quick for others', async () => {
    const from = performance.now();
    const bombs = Array.from({ length: 20 }, (_, i) => ask(`${laughs(30)} # ${i}`));
    await owner.client.ask('{ me { id } }');
    expect(performance.now() - from).toBeLessThan(2_000);
    await Promise.all(bombs);
  });
});

describe('a name that does not exist', () => {
  it.each<[string, string]>([
    ['a field', '{ mee { id } }'],
    ['an inner field', '{ me { emaill } }'],
    ['an argument', '{ calls(frist: 1) { totalCount } }'],
    ['a type', '{ me { ... on Usr { id } } }'],
    ['a fragment', '{ me { ...usr } } fragment user on User { id }'],
    ['an enum value', '{ calls(filter: { status: COMPLETE }) { totalCount } }'],
    ['an input field', '{ calls(filter: { statuss: COMPLETED }) { totalCount } }'],
    ['a directive', '{ me { id @skp(if: true) } }'],
    ['a variable', 'query ($first: Int) { calls(first: $frst) { totalCount } }'],
    ['an operation', 'query one { me { id } }'],
  ])('is not completed by the server: %s', async (_, query) => {
    const { errors } = await ask(query);
    expect(errors.every(({ message }) => !/did you mean/i.test(message))).toBe(true);
    expect(query.startsWith('query one') || errors.length > 0).toBe(true);
  });

  it('is not completed for enum values and input fields in variables either', async () => {
    for (const filter of [{ status: 'COMPLETE' }, { statuss: 'COMPLETED' }]) {
      const { errors } = await ask('query ($f: CallFilter) { calls(filter: $f) { totalCount } }', { f: filter });
      expect(errors.map(({ message }) => message).join()).not.toMatch(/did you mean|statuses|IN_PROGRESS/i);
      expect(errors).not.toEqual([]);
    }
  });
});

describe('a request in another form', () => {
  const query = '{ me { id } }';
  const signUpText = `mutation { signUp(input: { email: "x@example.fr", password: "12345678", name: "x", workspaceName: "x" }) { accessToken } }`;

  function raw(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Answer> {
    const all = { ...owner.client.headers, ...headers };
    return fetch(server.url + path, { method, headers: all, ...(body !== undefined && { body }) }).then(answerOf);
  }

  const post = (type: string | undefined, body: string | Uint8Array<ArrayBuffer>) =>
    raw('POST', '/graphql', type === undefined ? {} : { 'content-type': type }, body);

  it.each<[string, string]>([
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(query)}`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${query}\r\n--x--\r\n`,
    ],
    ['text/plain', JSON.stringify({ query })],
    ['text/plain;application/json', JSON.stringify({ query })],
    ['application/xml', `<query>${query}</query>`],
    ['application/graphql', query],
    ['application/jsonp', JSON.stringify({ query })],
    ['nonsense', JSON.stringify({ query })],
  ])('is refused with 415 as %s', async (type, body) => {
    const answer = await post(type, body);
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([415]);
    expect(answer.errors[0]?.code).toBe('BAD_USER_INPUT');
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"{ me { id } }"'],
    ['a batch', JSON.stringify([{ query }, { query }])],
    ['an empty batch', '[]'],
    ['no query', '{}'],
    ['an empty query', '{"query":""}'],
    ['a query that is a list', '{"query":["{ me { id } }"]}'],
    ['variables that are a text', JSON.stringify({ query, variables: '{}' })],
    ['variables that are a list', JSON.stringify({ query, variables: [] })],
    ['a name that is a number', JSON.stringify({ query, operationName: 1 })],
    ['a name that is not there', JSON.stringify({ query, operationName: 'x' })],
    ['extensions that are a text', JSON.stringify({ query, extensions: 'x' })],
    [
      'a persisted query',
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x'.repeat(64) } } }),
    ],
    ['cut JSON', `{"query":"${query}`],
    ['a prototype', `{"query":"${query}","__proto__":{"admin":true}}`],
    ['a constructor', `{"query":"${query}","constructor":{"prototype":{"admin":true}}}`],
    [
      'a deep nest',
      `{"query":"mutation ($a: JSON) { createWebhookEndpoint(source: \\"vapi\\", settings: $a) { secret } }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    ],
  ])('is refused for %s', async (name, body) => {
    const answer = await post('application/json', body);
    expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
    expect([name, answer.errors[0]?.code]).toEqual([name, 'BAD_USER_INPUT']);
  });

  it('is refused with 413 for more than a megabyte', async () => {
    const answer = await post('application/json', JSON.stringify({ query, variables: { pad: 'x'.repeat(1_100_000) } }));
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([413]);
  });

  it('is served with a megabyte of text, which no field accepts', async () => {
    const long = 'a b '.repeat(240_000);
    for (const [text, variables] of [
      ['query ($a: String) { calls(search: $a) { totalCount } }', { a: long }],
      ['query ($a: String) { calls(filter: { search: $a }) { totalCount } }', { a: long }],
      ['query ($a: String) { contacts(search: $a) { totalCount } }', { a: long }],
      ['query ($a: String) { voiceAssistants(search: $a) { totalCount } }', { a: long }],
      ['query ($a: String) { calls(after: $a) { totalCount } }', { a: long }],
      ['query ($a: ID!) { node(id: $a) { id } }', { a: long }],
      ['mutation ($a: String!) { createContact(input: { name: $a }) { id } }', { a: long }],
      ['mutation ($a: String!) { createVoiceAssistant(input: { context: $a }) { id } }', { a: long }],
      [
        'mutation ($a: String!) { signIn(input: { email: "x@example.fr", password: $a }) { accessToken } }',
        { a: long },
      ],
      ['mutation ($a: String!) { refreshSession(refreshToken: $a) { accessToken } }', { a: long }],
      [
        'mutation ($a: JSON) { createWebhookEndpoint(source: "vapi", settings: $a) { secret } }',
        { a: { algorithm: long } },
      ],
    ] as const) {
      const answer = await ask(text, variables);
      expect([text, indecenciesOf(answer.status, answer.body), answer.body.length < 3_000]).toEqual([text, [], true]);
    }
  });

  it.each(['gzip', 'br', 'nonsense'])('is refused when its body is encoded as %s', async (encoding) => {
    const { gzipSync } = await import('node:zlib');
    const body = encoding === 'gzip' ? new Uint8Array(gzipSync(JSON.stringify({ query }))) : JSON.stringify({ query });
    const answer = await raw(
      'POST',
      '/graphql',
      { 'content-type': 'application/json', 'content-encoding': encoding },
      body,
    );
    expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
  });

  it('is refused as GET without a header that a browser asks for first', async () => {
    for (const text of [query, signUpText]) {
      const answer = await raw('GET', `/graphql?query=${encodeURIComponent(text)}`, { accept: 'application/json' });
      expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
      expect(answer.errors[0]?.reason).toBe('GRAPHQL.PREFLIGHT_REQUIRED');
    }
  });

  it('reads by GET with that header, and never writes', async () => {
    const preflight = { 'apollo-require-preflight': '1', accept: 'application/json' };
    const read = await raw('GET', `/graphql?query=${encodeURIComponent(query)}`, preflight);
    expect(JSON.parse(read.body)).toEqual({ data: { me: { id: owner.userId } } });
    const write = await raw('GET', `/graphql?query=${encodeURIComponent(signUpText)}`, preflight);
    expect([write.status, write.errors[0]?.reason]).toEqual([405, 'GRAPHQL.POST_REQUIRED']);
    const both = `query a { me { id } } ${signUpText.replace('mutation', 'mutation b')}`;
    const named = await raw('GET', `/graphql?operationName=b&query=${encodeURIComponent(both)}`, preflight);
    expect(named.status).toBe(405);
  });

  it('reads no parameter given twice and no variables that are no JSON', async () => {
    const preflight = { 'apollo-require-preflight': '1', accept: 'application/json' };
    const twice = encodeURIComponent(query);
    for (const search of [
      `query=${twice}&query=${twice}`,
      `query=${twice}&variables={`,
      `query=${twice}&variables=[]`,
      'query=',
      'query[a]=b',
      '%00',
      '%ff=%fe',
    ]) {
      const answer = await raw('GET', `/graphql?${search}`, preflight);
      expect([search, indecenciesOf(answer.status, answer.body), answer.errors[0]?.code]).toEqual([
        search,
        [],
        'BAD_USER_INPUT',
      ]);
    }
  });

  it('takes no operation from the address of a POST', async () => {
    const answer = await raw(
      'POST',
      `/graphql?query=${encodeURIComponent(query)}`,
      { 'content-type': 'application/json' },
      '{}',
    );
    expect(answer.errors[0]?.reason).toBe('GRAPHQL.REQUEST_MALFORMED');
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('finds nothing with %s', async (method) => {
    const answer = await raw(method, '/graphql', {});
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([404]);
  });

  it('is refused when it accepts nothing that is served', async () => {
    const answer = await raw(
      'POST',
      '/graphql',
      { 'content-type': 'application/json', accept: 'image/png' },
      JSON.stringify({ query }),
    );
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([406]);
  });

  it('may come from no other origin', async () => {
    const reply = await owner.client.with({ origin: 'https://evil.example' }).request('POST', '/graphql', { query });
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });
});

const plainScalars = {
  ...{ String: 'x', Int: 1, Float: 1, Boolean: true, JSON: {}, Decimal: '1' },
  ...{ DateTime: '2026-01-01T00:00:00Z', PhoneNumber: '+33199000000', URL: 'https://example.fr' },
};

describe('who has no right to be here', () => {
  const me = '{ me { id } }';

  it.each([
    'Bearer',
    'Bearer x',
    'Bearer ab_x',
    'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.',
    'Basic eDp4',
    'Bearer  ',
    `Bearer ${'x'.repeat(10_000)}`,
  ])('is told so: %s', async (authorization) => {
    const answer = await ask(me, {}, server.client.with({ authorization }));
    expect([indecenciesOf(answer.status, answer.body), answer.errors[0]?.code]).toEqual([[], 'UNAUTHENTICATED']);
  });

  it('cannot make a token by altering one', async () => {
    const [head = '', body = '', signature = ''] = owner.accessToken.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, role: 'ADMIN', access: 'admin' })).toString('base64url');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const token of [
      `${head}.${forged}.${signature}`,
      `${none}.${forged}.`,
      `${none}.${body}.`,
      `${head}.${body}.`,
      `${head}.${body}.${signature.slice(0, -4)}AAAA`,
    ]) {
      expect((await ask(me, {}, server.client.bearer(token))).errors[0]?.code).toBe('UNAUTHENTICATED');
    }
  });

  it('is refused every operation but those that precede signing in', async () => {
    const open = ['signUp', 'signIn', 'refreshSession', 'signOut', 'requestPasswordReset', 'resetPassword'];
    const scalars = { ...plainScalars, EmailAddress: 'nobody@example.fr' };
    const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
    for (const { kind, field, query, variables } of generateOperations(schema, { id: 'x', scalars, depth: 1 })) {
      if (kind === 'subscription' || open.includes(field)) continue;
      const { errors, body } = await ask(query, variables, server.client);
      expect([field, errors.map(({ code }) => code)]).toEqual([field, ['UNAUTHENTICATED']]);
      expect(body).not.toMatch(/"data":\{"[a-zA-Z]+":[^n]/);
    }
  });
});

describe('pages', () => {
  const list = (name: string) =>
    `query ($first: Int, $after: String) { ${name}(first: $first, after: $after) { pageInfo { endCursor } nodes { id } } }`;
  const lists = ['contacts', 'voiceAssistants', 'calls', 'webhookEvents', 'auditLog'];

  it.each(lists)('of %s have 1 to 100 entries', async (name) => {
    for (const first of [0, -1, 101, 2_147_483_647, -2_147_483_648]) {
      expect(await refusalOf(list(name), { first })).toBe('KERNEL.PAGE_SIZE_INVALID');
    }
    for (const first of [2_147_483_648, 1.5, '10', true]) {
      expect(await refusalOf(list(name), { first })).toBe('GRAPHQL.VARIABLES_INVALID');
    }
    expect((await ask(list(name), { first: 100 })).errors).toEqual([]);
  });

  it('go on from cursors of the same list of the same workspace only', async () => {
    const stranger = await signUp(server.client);
    for (const { client } of [owner, stranger]) {
      await client.ask('mutation { createContact(input: { name: "Dupont" }) { id } }');
      await client.ask('mutation { createVoiceAssistant(input: { context: "x" }) { id } }');
    }
    const cursorOf = async ({ client }: Person, name: string) => {
      const told = await client.ask<Record<string, { pageInfo: { endCursor: string } }>>(list(name), { first: 1 });
      return told[name]?.pageInfo.endCursor ?? '';
    };
    const contacts = await cursorOf(owner, 'contacts');
    const decoded = JSON.parse(Buffer.from(contacts, 'base64url').toString()) as unknown[];
    const written = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const refused = [
      await cursorOf(owner, 'voiceAssistants'),
      await cursorOf(owner, 'auditLog'),
      await cursorOf(stranger, 'contacts'),
      contacts.slice(0, -3),
      `${contacts}A==x`.slice(4),
      written([decoded[0], "2026-01-01'; DROP TABLE contacts; --", decoded[2]]),
      written([decoded[0], '9999999-01-01', decoded[2]]),
      written([decoded[0], decoded[1], 'x']),
      written([decoded[0], decoded[1], null]),
      written([decoded[0], { $gt: '' }, decoded[2]]),
      written({ 0: decoded[0], 1: decoded[1], 2: decoded[2], length: 3 }),
      written([...decoded, 1]),
      written(null),
      '',
      'x',
      '[]',
    ];
    for (const after of refused)
      expect([after, await refusalOf(list('contacts'), { after })]).toEqual([after, 'KERNEL.CURSOR_INVALID']);
    expect((await ask(list('contacts'), { after: contacts })).errors).toEqual([]);
  });

  it('survive moments in cursors that no calendar has', async () => {
    for (const name of lists) {
      const told = await owner.client.ask<Record<string, { pageInfo: { endCursor: string | null } }>>(list(name), {
        first: 1,
      });
      const cursor = told[name]?.pageInfo.endCursor;
      if (!cursor) continue;
      const [binding, , id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
      for (const moment of [
        '2026-13-41T25:61:61Z',
        '0000-00-00T00:00:00Z',
        '9999-12-31T24:00:00+99:99',
        '2026-02-30 00:00:00+00',
      ]) {
        const after = Buffer.from(JSON.stringify([binding, moment, id])).toString('base64url');
        const answer = await ask(list(name), { after });
        expect([name, moment, indecenciesOf(answer.status, answer.body)]).toEqual([name, moment, []]);
      }
    }
  });
});

describe('the schema', () => {
  const questions: [string, string][] = [
    ['whole', getIntrospectionQuery()],
    ['by name', '{ __type(name: "User") { fields { name } } }'],
    ['in a fragment', '{ ...a } fragment a on Query { __schema { types { name } } }'],
    [
      'in a fragment called __schema',
      'query { ...__schema } fragment __schema on Query { __schema { types { name } } }',
    ],
    ['inline', '{ ... { ... on Query { s: __schema { types { name } } } } }'],
    ['beside data', '{ me { id } __type(name: "Query") { name } }'],
  ];

  describe('in production', () => {
    let production: TestServer;
    let people: Record<'stranger' | 'owner' | 'viewer' | 'key' | 'admin', ApiClient>;

    beforeAll(async () => {
      production = await startServer({
        ...adminEnvironment,
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://api.example.fr',
      });
      const boss = await signUp(production.client);
      const viewer = await join(production.client, boss, 'VIEWER');
      const { createApiKey } = await boss.client.ask<{ createApiKey: { secret: string } }>(
        'mutation { createApiKey(name: "x", permissions: ["calls:read"]) { secret } }',
      );
      const admin = await signIn(production.client, adminAccount);
      const key = production.client.bearer(createApiKey.secret);
      people = { stranger: production.client, owner: boss.client, viewer: viewer.client, key, admin: admin.client };
    });
    afterAll(() => production.close());

    it.each(questions)('is told to the operator only, asked for %s', async (_, query) => {
      for (const name of ['stranger', 'owner', 'viewer', 'key'] as const) {
        const answer = await ask(query, {}, people[name]);
        expect([name, answer.errors[0]?.reason]).toEqual([name, 'GRAPHQL.INTROSPECTION_REFUSED']);
        expect(answer.body).not.toContain('EmailAddress');
      }
      const told = await ask(query, {}, people.admin);
      expect(told.errors).toEqual([]);
      expect(JSON.parse(told.body)).toHaveProperty('data');
    });

    it('does not keep anyone from __typename', async () => {
      expect((await ask('{ __typename }', {}, people.stranger)).body).toContain('"Query"');
    });

    it('tells nothing of itself in errors', async () => {
      const answer = await ask('{ calls(filter: { statuss: COMPLETE }) { totalCount } }', {}, people.stranger);
      expect(answer.body).not.toMatch(/did you mean|stacktrace/i);
      expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
    });
  });

  it.each(questions)('is open to all elsewhere, asked for %s', async (_, query) => {
    const anonymous = query.includes('me {') ? owner.client : server.client;
    expect((await ask(query, {}, anonymous)).errors).toEqual([]);
  });

  it.each<[string, string]>([
    ['deep', `{ __schema { types { fields { type { ${'ofType { '.repeat(60)} name ${'} '.repeat(60)} } } } } }`],
    ['wide', `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`],
    [
      'wide in fragments',
      `{ __schema { types { ...a } } } fragment a on __Type { fields { type { ...b } } } fragment b on __Type { fields { type { ...c } } } fragment c on __Type { fields { type { fields { type { fields { name } } } } } }`,
    ],
    [
      'round',
      `{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { fields { name } } } } } } } } }`,
    ],
  ])('cannot be asked for without end: %s', async (_, query) => {
    const from = performance.now();
    const answer = await ask(query, {}, server.client);
    expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
    expect([performance.now() - from < 3_000, answer.body.length < 1_000_000]).toEqual([true, true]);
  });
});
