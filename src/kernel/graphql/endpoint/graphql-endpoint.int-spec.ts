import type { ApiClient } from '../../../../test/support/api-client.js';
import { startLibrary, type LibraryApp } from '../testing/library-app.js';

let library: LibraryApp;

beforeAll(async () => {
  library = await startLibrary();
});
afterAll(() => library.app.close());

interface Answer {
  status: number;
  type: string | null;
  body: { data?: unknown; errors?: { message: string; extensions: { code: string; reason: string } }[] };
}

async function answerTo(reply: Promise<Response>): Promise<Answer> {
  const { status, headers, json } = await reply.then(async (response) => ({
    status: response.status,
    headers: response.headers,
    json: (await response.json()) as Answer['body'],
  }));
  return { status, type: headers.get('content-type'), body: json };
}

function post(body: unknown, client: ApiClient = library.client): Promise<Answer> {
  return answerTo(client.request('POST', '/graphql', body));
}

function get(query: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
  const address = `${library.url}/graphql?${new URLSearchParams(query).toString()}`;
  return answerTo(fetch(address, { headers: { 'accept-language': 'en', ...headers } }));
}

function sent(body: string | Uint8Array<ArrayBuffer> | undefined, contentType?: string): Promise<Answer> {
  const headers = { 'accept-language': 'en', ...(contentType !== undefined && { 'content-type': contentType }) };
  return answerTo(fetch(`${library.url}/graphql`, { method: 'POST', headers, ...(body !== undefined && { body }) }));
}

const shelf = 'query Shelf($size: Int) { shelf(size: $size) { title } }';
const reasonOf = ({ body }: Answer) => body.errors?.[0]?.extensions.reason;
const own = 'application/graphql-response+json';

describe('A POST', () => {
  it('is answered with data, as JSON', async () => {
    expect(await post({ query: shelf, variables: { size: 1 } })).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
      body: { data: { shelf: [{ title: 'Book 0' }] } },
    });
  });

  it('runs the operation that it names', async () => {
    const query = 'query A { shelf(size: 1) { title } } query B { shelf(size: 1) { pages } }';
    expect((await post({ query, operationName: 'B' })).body.data).toEqual({ shelf: [{ pages: 100 }] });
    for (const operationName of [undefined, 'C']) {
      expect(reasonOf(await post({ query, operationName }))).toBe('GRAPHQL.OPERATION_INVALID');
    }
  });

  it.each<[string, unknown, string]>([
    ['a list of operations', [{ query: shelf }], 'GRAPHQL.BATCH_REFUSED'],
    ['no query', {}, 'GRAPHQL.REQUEST_MALFORMED'],
    ['an empty query', { query: '' }, 'GRAPHQL.REQUEST_MALFORMED'],
    ['a query that is no text', { query: { kind: 'Document' } }, 'GRAPHQL.REQUEST_MALFORMED'],
    ['a name that is no text', { query: shelf, operationName: 1 }, 'GRAPHQL.REQUEST_MALFORMED'],
    ['variables that are a list', { query: shelf, variables: [] }, 'GRAPHQL.REQUEST_MALFORMED'],
    ['variables that are a text', { query: shelf, variables: '{}' }, 'GRAPHQL.REQUEST_MALFORMED'],
    ['extensions that are no object', { query: shelf, extensions: 1 }, 'GRAPHQL.REQUEST_MALFORMED'],
    ['null', null, 'GRAPHQL.REQUEST_MALFORMED'],
    ['a text', 'query', 'GRAPHQL.REQUEST_MALFORMED'],
  ])('is refused with %s', async (_, body, reason) => {
    const { status, body: answer } = await post(body);
    expect([status, answer.errors?.[0]?.extensions]).toEqual([
      400,
      expect.objectContaining({ code: 'BAD_USER_INPUT', reason }),
    ]);
  });

  it.each<[string, string | undefined, string | undefined, number]>([
    ['a form, which any page could send', 'query=%7B__typename%7D', 'application/x-www-form-urlencoded', 415],
    ['a text, which any page could send', JSON.stringify({ query: shelf }), 'text/plain', 415],
    ['a multipart form', '--x--', 'multipart/form-data; boundary=x', 415],
    ['GraphQL as such', shelf, 'application/graphql', 415],
    ['JSON that is none', '{"query": ', 'application/json', 400],
    ['no body', undefined, 'application/json', 400],
    ['a body beyond a megabyte', `{"query": "${' '.repeat(1024 * 1024)}"}`, 'application/json', 413],
    ['a key that poisons objects', '{"query": "{ __typename }", "__proto__": {"a": 1}}', 'application/json', 400],
  ])('is refused with %s', async (...[, body, contentType, status]) => {
    const answer = await sent(body, contentType);
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([status, 'BAD_USER_INPUT']);
    expect(answer.body).not.toHaveProperty('data');
  });

  it.each([
    ['application/json', 200],
    [own, 400],
  ])('that never ran is, for who accepts %s, %d', async (accept, status) => {
    const client = library.client.with({ accept });
    for (const query of ['{', '{ nothing }', 'query ($n: Int!) { shelf(size: $n) { title } }']) {
      const answer = await post({ query }, client);
      expect([answer.status, answer.type]).toEqual([status, `${accept}; charset=utf-8`]);
      expect(answer.body).not.toHaveProperty('data');
    }
    expect((await post({ query: '{ busy }' }, client)).status).toBe(200);
  });

  it('is refused for who accepts neither type of answer', async () => {
    const answer = await post({ query: shelf }, library.client.with({ accept: 'text/csv' }));
    expect([answer.status, reasonOf(answer)]).toEqual([406, 'GRAPHQL.NOT_ACCEPTABLE']);
  });

  it('does not serve subscriptions, and says where they are', async () => {
    const answer = await post({ query: 'subscription { bookAdded { id } }' }, library.owner);
    expect(reasonOf(answer)).toBe('GRAPHQL.WEBSOCKET_REQUIRED');
  });
});

describe('A GET', () => {
  const preflighted = { 'apollo-require-preflight': 'true' };

  it.each<[string, Record<string, string>]>([
    ['Apollo-Require-Preflight', preflighted],
    ['X-Apollo-Operation-Name', { 'x-apollo-operation-name': 'Shelf' }],
    ['Content-Type: application/json', { 'content-type': 'application/json' }],
  ])('reads, when a header shows that no page elsewhere sent it: %s', async (_, headers) => {
    const answer = await get({ query: shelf, variables: '{"size":1}', operationName: 'Shelf' }, headers);
    expect(answer).toMatchObject({ status: 200, body: { data: { shelf: [{ title: 'Book 0' }] } } });
  });

  it.each<[string, Record<string, string>]>([
    ['no header', {}],
    ['an empty header', { 'apollo-require-preflight': '' }],
    ['a type that any page may send', { 'content-type': 'text/plain' }],
    ['a type that only looks like JSON', { 'content-type': 'application/jsonp' }],
    ['a cookie and its token', { cookie: 'ab_session=owner', 'x-csrf-token': 'x' }],
  ])('is refused with %s', async (_, headers) => {
    const answer = await get({ query: shelf }, headers);
    expect([answer.status, reasonOf(answer)]).toEqual([400, 'GRAPHQL.PREFLIGHT_REQUIRED']);
  });

  it('changes nothing', async () => {
    const query = 'mutation { addBook(input: { title: "x" }) }';
    const reply = await fetch(`${library.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { ...preflighted, authorization: 'Bearer owner' },
    });
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each<[string, Record<string, string>]>([
    ['no query', {}],
    ['variables that are no JSON', { query: shelf, variables: '{' }],
    ['variables that are a list', { query: shelf, variables: '[]' }],
    ['extensions that are a text', { query: shelf, extensions: '"x"' }],
  ])('is refused with %s', async (_, query) => {
    const answer = await get(query, preflighted);
    expect([answer.status, reasonOf(answer)]).toEqual([400, 'GRAPHQL.REQUEST_MALFORMED']);
  });

  it('with a part given twice is refused', async () => {
    const reply = await fetch(`${library.url}/graphql?query=a&query=b`, { headers: preflighted });
    expect(reply.status).toBe(400);
  });
});
