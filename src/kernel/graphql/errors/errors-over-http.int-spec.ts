import { startLibrary, type LibraryApp } from '../testing/library-app.js';
import type { FormattedError } from './error-formatter.js';

let library: LibraryApp;

beforeAll(async () => {
  // What is sent again and again is compiled once the compiler is there: so it is from the start.
  await import('graphql-jit');
  library = await startLibrary();
});
afterAll(() => library.app.close());
beforeEach(() => library.lines.splice(0));

const unexpected = () => library.lines.filter(({ event }) => event === 'graphql.unexpected_error');

/** Often enough that the operation is compiled in the end; every answer has to be the same. */
async function answerOf(
  query: string,
  variables: object = {},
  locale = 'en',
): Promise<{ data: unknown; errors: FormattedError[] }> {
  const client = library.owner.with({ 'accept-language': locale, 'x-request-id': 'request-of-a-test' });
  const answers: string[] = [];
  for (let time = 0; time < 8; time++) {
    answers.push(await (await client.request('POST', '/graphql', { query, variables })).text());
  }
  expect(new Set(answers).size).toBe(1);
  return JSON.parse(answers[0] ?? '') as { data: unknown; errors: FormattedError[] };
}

describe('An error of an operation', () => {
  it('of ours has its code, its reason, when to come back, and where it happened', async () => {
    const { data, errors } = await answerOf('{ busy shelf(size: 1) { title } }');
    expect(data).toEqual({ busy: null, shelf: [{ title: 'Book 0' }] });
    expect(errors).toEqual([
      {
        message: 'Come back later.',
        path: ['busy'],
        locations: [{ line: 1, column: 3 }],
        extensions: {
          code: 'RATE_LIMITED',
          reason: 'LIBRARY.BUSY',
          requestId: 'request-of-a-test',
          retryAfterMs: 1_500,
        },
      },
    ]);
    expect(unexpected()).toEqual([]);
  });

  it.each([
    ['fr', 'Revenez plus tard.'],
    ['fr-CA,en;q=0.5', 'Revenez plus tard.'],
    ['en-GB', 'Come back later.'],
    ['de', 'Revenez plus tard.'],
  ])('speaks the reader’s language (%s)', async (language, message) => {
    expect((await answerOf('{ busy }', {}, language)).errors[0]?.message).toBe(message);
  });

  it.each([
    ['thrown by a resolver', '{ broken }'],
    ['in a value that is not of its type', '{ unfit }'],
  ])('that nobody foresaw tells the client nothing and the log everything: %s', async (_, query) => {
    const { errors } = await answerOf(query);
    expect(errors).toMatchObject([
      { extensions: { code: 'INTERNAL', reason: 'KERNEL.INTERNAL', requestId: 'request-of-a-test' } },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/duplicate|secret|users_email|not a number|stack|\.ts/);
    expect(unexpected()).toHaveLength(8);
    expect(JSON.stringify(unexpected()[0])).toMatch(/users_email|not a number/);
  });

  it('about what does not exist is the same for an id that is none', async () => {
    const query = 'query ($id: ID!) { book(id: $id) { title } }';
    expect(
      (await answerOf(query, { id: 'book_00000000-0000-7000-8000-000000009999' })).errors[0]?.extensions,
    ).toMatchObject({
      code: 'NOT_FOUND',
      reason: 'LIBRARY.BOOK_NOT_FOUND',
    });
    expect((await answerOf(query, { id: "book_' OR 1=1" })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('A document that is not valid', () => {
  it.each([
    ['{ shelf { title }', 'GRAPHQL.SYNTAX_INVALID'],
    ['{ shelf { titel } }', 'GRAPHQL.DOCUMENT_INVALID'],
    ['{ shelf }', 'GRAPHQL.DOCUMENT_INVALID'],
    ['query ($n: Int!) { shelf(size: $n) { title } }', 'GRAPHQL.VARIABLES_INVALID'],
    ['query a { shelf { title } } query b { shelf { title } }', 'GRAPHQL.OPERATION_INVALID'],
  ])('is answered in both languages, and with no suggestion: %s', async (query, reason) => {
    const [english, french] = [await answerOf(query), await answerOf(query, {}, 'fr')];
    for (const { errors } of [english, french]) {
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason, requestId: 'request-of-a-test' });
      expect(errors[0]?.message).not.toContain('Did you mean');
    }
    expect(english.errors[0]?.message).not.toBe(french.errors[0]?.message);
    expect(unexpected()).toEqual([]);
  });
});

describe('A value that does not fit', () => {
  const add = 'mutation ($input: AddBookInput!) { addBook(input: $input) }';

  it.each<[string, object, string]>([
    ['phoneNumber', { title: 'x', phoneNumber: '0123' }, 'GRAPHQL.PHONENUMBER_EXPECTED'],
    ['email', { title: 'x', email: 'x' }, 'GRAPHQL.EMAILADDRESS_EXPECTED'],
    ['price', { title: 'x', price: 1.5 }, 'GRAPHQL.DECIMAL_EXPECTED'],
  ])('is named by its field, in the reader’s language: %s', async (field, input, reason) => {
    const { errors } = await answerOf(add, { input }, 'fr');
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason,
      fields: [{ path: `input.${field}`, message: errors[0]?.message }],
    });
    expect(errors[0]?.message).toMatch(/attendue?/);
  });

  it('is refused in the document as in a variable', async () => {
    const { errors } = await answerOf('mutation { addBook(input: { title: "x", email: "x" }) }');
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(unexpected()).toEqual([]);
  });

  it('is told beside others of the same request', async () => {
    const { errors } = await answerOf(add, { input: { title: 1, email: 'x', nothing: 1 } });
    expect(errors).toHaveLength(3);
    for (const { extensions } of errors) expect(extensions.code).toBe('BAD_USER_INPUT');
  });
});
