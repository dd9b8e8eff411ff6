import type { Refusal } from '../../../../test/support/api-client.js';
import { FakeAuthenticator, identityOf } from '../testing/fake-authenticator.js';
import { startLibrary, type LibraryApp } from '../testing/library-app.js';
import { Cursors } from './cursor.js';
import { systemContext, uuidv7 } from '../../context/index.js';
import { workspaceId } from '../testing/fake-authenticator.js';

let library: LibraryApp;

beforeAll(async () => {
  library = await startLibrary();
});
afterAll(() => library.app.close());

interface BookPage {
  books: {
    nodes: { title: string }[];
    edges: { cursor: string; node: { title: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
}

const query = `query ($first: Int, $after: String) {
  books(first: $first, after: $after) {
    nodes { title } edges { cursor node { title } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const pageOf = async (variables: object) => (await library.owner.ask<BookPage>(query, variables)).books;
const refusal = (variables: object): Promise<Refusal> => library.owner.refusal(query, variables);

describe('A list', () => {
  it('gives everything once, page by page', async () => {
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const page: BookPage['books'] = await pageOf({ first: 7, after });
      titles.push(...page.nodes.map(({ title }) => title));
      expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(titles).toEqual(library.shelves.books.map(({ title }) => title));
  });

  it('has 20 entries when nobody says how many', async () => {
    expect((await pageOf({})).nodes).toHaveLength(20);
  });

  it('counts only for who asks', async () => {
    const before = library.shelves.counted;
    await pageOf({ first: 1 });
    expect(library.shelves.counted).toBe(before);
    expect(await library.owner.ask('{ books(first: 1) { totalCount } }')).toEqual({ books: { totalCount: 60 } });
    expect(library.shelves.counted).toBe(before + 1);
  });

  it.each([-1, 0, 101, 2_147_483_647, -2_147_483_648])('refuses a page of %d', async (first) => {
    expect(await refusal({ first })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'KERNEL.PAGE_SIZE_INVALID' });
  });

  it.each([2_147_483_648, 1.5, '10', true])('refuses %p, which is no Int', async (first) => {
    expect(await refusal({ first })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'GRAPHQL.VARIABLES_INVALID' });
  });

  it.each([
    ['no cursor', 'x'],
    ['an empty one', ''],
    ['SQL', "'; DROP TABLE books --"],
    ['the id of a book', `book_${uuidv7()}`],
    [
      'one of another list',
      new Cursors('calls', 'moment').encode(systemContext({ actor: 'x', workspaceId }), {
        key: '2026-01-01T00:00:00Z',
        id: uuidv7(),
      }),
    ],
    [
      'one of another workspace',
      new Cursors('books', 'moment').encode(systemContext({ actor: 'x', workspaceId: uuidv7() }), {
        key: '2026-01-01T00:00:00Z',
        id: uuidv7(),
      }),
    ],
  ])('refuses to go on after %s', async (_, after) => {
    expect(await refusal({ after })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'KERNEL.CURSOR_INVALID' });
  });

  it('refuses a cursor that it gave to somebody else', async () => {
    const { endCursor } = (await pageOf({ first: 2 })).pageInfo;
    library.app.get(FakeAuthenticator).identities.set('stranger', { ...identityOf('OWNER'), workspaceId: uuidv7() });
    const stranger = library.client.bearer('stranger');
    expect((await stranger.refusal(query, { after: endCursor })).reason).toBe('KERNEL.CURSOR_INVALID');
  });
});
