import { uuidv7 } from '../context/index.js';
import { uuidOf } from './testing/library.js';
import { csrfToken } from './testing/fake-authenticator.js';
import { startLibrary, type LibraryApp } from './testing/library-app.js';

let library: LibraryApp;

beforeAll(async () => {
  library = await startLibrary();
});
afterAll(() => library.app.close());

describe('An operation', () => {
  it.each<[string, string, string | undefined, string]>([
    ['without a rule', '{ forgotten }', 'owner', 'FORBIDDEN'],
    ['without a rule, even by the operator', '{ forgotten }', 'admin', 'FORBIDDEN'],
    ['without signing in', '{ books { totalCount } }', undefined, 'UNAUTHENTICATED'],
    ['with a token that is none', '{ books { totalCount } }', 'forged', 'UNAUTHENTICATED'],
    ['without the right', 'mutation { addBook(input: { title: "x" }) }', 'viewer', 'FORBIDDEN'],
    ['of the platform’s operator', '{ inventory }', 'owner', 'FORBIDDEN'],
  ])('is refused: %s', async (...[, query, token, code]) => {
    const client = token === undefined ? library.client : library.client.bearer(token);
    expect((await client.refusal(query)).code).toBe(code);
  });

  it('is open to who has the right, and to the operator', async () => {
    expect(await library.client.bearer('viewer').ask('{ books { totalCount } }')).toEqual({
      books: { totalCount: 60 },
    });
    expect(await library.client.bearer('admin').ask('{ inventory books { totalCount } }')).toEqual({
      inventory: 'complete',
      books: { totalCount: 60 },
    });
  });

  it('that is public stays so for a token that is none any more', async () => {
    expect(await library.client.bearer('forged').ask('{ shelf(size: 1) { title } }')).toEqual({
      shelf: [{ title: 'Book 0' }],
    });
  });

  it('takes a session cookie with its CSRF token only, reads included', async () => {
    const browser = library.client.with({ cookie: 'ab_session=owner' });
    for (const client of [browser, browser.with({ 'x-csrf-token': 'x' }), browser.with({ 'x-csrf-token': '' })]) {
      expect(await client.refusal('{ books { totalCount } }')).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'AUTH.CSRF_TOKEN_MISSING',
      });
    }
    await browser.with({ 'x-csrf-token': csrfToken }).ask('{ books { totalCount } }');
  });

  it('fails where the right is missing, and is answered elsewhere', async () => {
    const { data, errors } = await library.client.post('{ shelf(size: 1) { title } book(id: "x") { title } }');
    expect(data).toEqual({ shelf: [{ title: 'Book 0' }], book: null });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('A field', () => {
  it('reads its property, a renamed one too, or calls its method', async () => {
    const query = '{ shelf(size: 1) { id title name: title coverUrl spine printedAt } }';
    for (let time = 0; time < 8; time++) {
      expect(await library.client.ask(query)).toEqual({
        shelf: [
          {
            id: `book_${uuidOf(0)}`,
            title: 'Book 0',
            name: 'Book 0',
            coverUrl: 'https://example.com/0.png',
            spine: 'Book 0 (100)',
            printedAt: '2026-01-01T00:00:00.000Z',
          },
        ],
      });
    }
  });

  it('that loads by key asks once for a whole list, and anew for each request', async () => {
    const query = '{ shelf(size: 50) { author { id name } } }';
    for (let time = 0; time < 6; time++) {
      library.shelves.batches.length = 0;
      await library.client.ask(query);
      expect(library.shelves.batches).toEqual([Array.from({ length: 5 }, (_, index) => uuidOf(900 + index))]);
    }
  });
});

describe('node', () => {
  const query = 'query ($id: ID!) { node(id: $id) { id ... on Book { title } } }';

  it('finds a thing by its id', async () => {
    const id = `book_${uuidOf(3)}`;
    expect(await library.owner.ask(query, { id })).toEqual({ node: { id, title: 'Book 3' } });
  });

  it.each([`book_${uuidv7()}`, `author_${uuidOf(900)}`, `nothing_${uuidOf(3)}`, uuidOf(3), '', '__proto__', 'book_1'])(
    'has one answer for what is absent, of no kind or malformed: %s',
    async (id) => {
      expect(await library.owner.refusal(query, { id })).toMatchObject({
        code: 'NOT_FOUND',
        reason: 'KERNEL.NOT_FOUND',
      });
    },
  );

  it('asks for the right that the kind of thing takes', async () => {
    const id = `book_${uuidOf(3)}`;
    expect((await library.client.refusal(query, { id })).code).toBe('UNAUTHENTICATED');
    expect((await library.client.bearer('forged').refusal(query, { id })).reason).toBe('AUTH.TOKEN_REFUSED');
    const { identities } = library.authenticator;
    const owner = identities.get('owner');
    if (owner) identities.set('nobody', { ...owner, actor: { ...owner.actor, permissions: [] } });
    expect((await library.client.bearer('nobody').refusal(query, { id })).reason).toBe('AUTH.PERMISSION_MISSING');
  });
});

describe('The limits', () => {
  it.each([
    ['depth 50', `{ shelf { ${'author { '.repeat(50)} id ${'}'.repeat(50)} } }`, 'GRAPHQL.TOO_DEEP'],
    ['16 aliases', `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: busy`).join(' ')} }`, 'GRAPHQL.TOO_MANY_ALIASES'],
    ['11 directives', `{ busy ${'@skip(if: false)'.repeat(11)} }`, 'GRAPHQL.TOO_MANY_DIRECTIVES'],
    ['a field that is too dear', '{ dear { id } }', 'GRAPHQL.TOO_COSTLY'],
    ['a fragment in a ring', '{ shelf { ...a } } fragment a on Book { id ...a }', 'GRAPHQL.DOCUMENT_INVALID'],
  ])('hold over HTTP: %s', async (_, query, reason) => {
    for (let time = 0; time < 2; time++) {
      expect(await library.owner.refusal(query)).toMatchObject({ code: 'BAD_USER_INPUT', reason });
    }
  });

  it('close introspection in production to all but the operator, and the playground stays', async () => {
    const production = await startLibrary({ NODE_ENV: 'production' });
    const introspect = '{ __schema { queryType { name } } }';
    for (const client of [production.client, production.owner]) {
      expect(await client.refusal(introspect)).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'GRAPHQL.INTROSPECTION_REFUSED',
      });
    }
    await production.client.bearer('admin').ask(introspect);
    const page = await production.client.with({ accept: 'text/html' }).request('GET', '/graphql');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    await production.app.close();
  });

  it('leave introspection open elsewhere', async () => {
    await library.client.ask('{ __schema { queryType { name } } }');
  });
});
