import { gzipSync } from 'node:zlib';
import { ask, sendText, type Answer } from '../support/answers.js';
import { keepBlameless, keepUntouched } from '../support/blameless.js';
import { indecenciesOf } from '../support/decent-answer.js';
import { signUp } from '../support/people.js';
import { startServer } from '../support/server.js';

const server = await startServer();
keepBlameless(server);
keepUntouched(server);
const owner = await signUp(server.client);

const query = '{ me { id } }';
const signUpText = `mutation { signUp(input: { email: "x@example.fr", password: "12345678", name: "x", workspaceName: "x" }) { accessToken } }`;

function post(type: string, body: string | Uint8Array): Promise<Answer> {
  return sendText(owner.client.with({ 'content-type': type }), 'POST /graphql', body);
}

describe('a body of another type', () => {
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
  ])('is refused with 415: %s', async (type, body) => {
    const answer = await post(type, body);
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([415]);
    expect(answer.errors[0]?.code).toBe('BAD_USER_INPUT');
  });

  it('is refused with 415 without a type', async () => {
    const answer = await sendText(owner.client, 'POST /graphql', JSON.stringify({ query }));
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([415]);
  });

  it('is never unpacked, so that little cannot become much', async () => {
    const client = owner.client.with({ 'content-type': 'application/json', 'content-encoding': 'gzip' });
    const answer = await sendText(client, 'POST /graphql', gzipSync(JSON.stringify({ query })));
    expect([answer.errors[0]?.code, ...indecenciesOf(answer.status, answer.body)]).toEqual(['BAD_USER_INPUT']);
  });

  it('is refused when it accepts nothing that is served', async () => {
    const client = owner.client.with({ 'content-type': 'application/json', accept: 'image/png' });
    const answer = await sendText(client, 'POST /graphql', JSON.stringify({ query }));
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([406]);
  });
});

describe('a body that is no request', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['a text', 'hello'],
    ['null', 'null'],
    ['a number', '7'],
    ['a text in quotes', '"{ me { id } }"'],
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
  ])('is refused: %s', async (name, body) => {
    const answer = await post('application/json', body);
    expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
    expect([name, answer.errors[0]?.code]).toEqual([name, 'BAD_USER_INPUT']);
  });

  it.each([1_100_000, 10_000_000])('is refused with 413 when it has %d bytes', async (length) => {
    const body = JSON.stringify({ query, variables: { pad: 'x'.repeat(length) } });
    const answer = await post('application/json', body);
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([413]);
  });
});

describe('almost a megabyte of text', () => {
  const long = 'a b '.repeat(240_000);

  it.each<[string, object?]>([
    ['query ($a: String) { calls(search: $a) { totalCount } }'],
    ['query ($a: String) { calls(filter: { search: $a }) { totalCount } }'],
    ['query ($a: String) { contacts(search: $a) { totalCount } }'],
    ['query ($a: String) { voiceAssistants(search: $a) { totalCount } }'],
    ['query ($a: String) { calls(after: $a) { totalCount } }'],
    ['query ($a: ID!) { node(id: $a) { id } }'],
    ['mutation ($a: String!) { createContact(input: { name: $a }) { id } }'],
    ['mutation ($a: String!) { createVoiceAssistant(input: { context: $a }) { id } }'],
    ['mutation ($a: String!) { signIn(input: { email: "x@example.fr", password: $a }) { accessToken } }'],
    ['mutation ($a: String!) { refreshSession(refreshToken: $a) { accessToken } }'],
    ['mutation ($a: JSON) { createWebhookEndpoint(source: "vapi", settings: $a) { secret } }', { algorithm: long }],
  ])('is neither stored nor repeated by %s', async (text, value: unknown = long) => {
    const answer = await ask(owner.client, text, { a: value });
    expect([indecenciesOf(answer.status, answer.body), answer.body.length < 3_000]).toEqual([[], true]);
  });
});

describe('a request by another method', () => {
  const preflight = { 'apollo-require-preflight': '1', accept: 'application/json' };
  const get = (search: string, headers: Record<string, string>) =>
    sendText(owner.client.with(headers), `GET /graphql?${search}`);
  const asQuery = (text: string) => `query=${encodeURIComponent(text)}`;

  it('is refused as GET without a header that a browser asks for first', async () => {
    for (const text of [query, signUpText]) {
      const answer = await get(asQuery(text), { accept: 'application/json' });
      expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
      expect(answer.errors[0]?.reason).toBe('GRAPHQL.PREFLIGHT_REQUIRED');
    }
  });

  it('reads by GET with that header, and never writes', async () => {
    const read = await get(asQuery(query), preflight);
    expect(JSON.parse(read.body)).toEqual({ data: { me: { id: owner.userId } } });
    const write = await get(asQuery(signUpText), preflight);
    expect([write.status, write.errors[0]?.reason]).toEqual([405, 'GRAPHQL.POST_REQUIRED']);
    const both = `query a { me { id } } ${signUpText.replace('mutation', 'mutation b')}`;
    expect((await get(`operationName=b&${asQuery(both)}`, preflight)).status).toBe(405);
  });

  it.each([
    `${asQuery(query)}&${asQuery(query)}`,
    `${asQuery(query)}&variables={`,
    `${asQuery(query)}&variables=[]`,
    'query=',
    'query[a]=b',
    '%00',
    '%ff=%fe',
  ])('reads no parameters but its own, each once, and variables that are JSON: %s', async (search) => {
    const answer = await get(search, preflight);
    expect([answer.errors[0]?.code, ...indecenciesOf(answer.status, answer.body)]).toEqual(['BAD_USER_INPUT']);
  });

  it('takes no operation from the address of a POST', async () => {
    const client = owner.client.with({ 'content-type': 'application/json' });
    const answer = await sendText(client, `POST /graphql?${asQuery(query)}`, '{}');
    expect(answer.errors[0]?.reason).toBe('GRAPHQL.REQUEST_MALFORMED');
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('finds nothing with %s', async (method) => {
    const answer = await sendText(owner.client, `${method} /graphql`);
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([404]);
  });

  it('may come from no other origin', async () => {
    const reply = await owner.client.with({ origin: 'https://evil.example' }).request('POST', '/graphql', { query });
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });
});
