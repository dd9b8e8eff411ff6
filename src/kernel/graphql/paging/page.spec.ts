import { pageOf } from './page-args.js';
import { toPage, type Page } from './page.js';
import { PageSizeInvalid } from './paging.errors.js';

interface Row {
  id: number;
}

const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id }));

/** A page of a list with so many rows left, as a repository gives it: one row more than asked for. */
function pageFrom(left: number, args: { first?: number | null; after?: string | null } = {}) {
  const request = pageOf(args);
  const asked = { cursors: 0, counts: 0 };
  const page: Page<string> = toPage({
    request,
    rows: rowsOf(Math.min(left, request.first + 1)),
    toNode: ({ id }) => `node ${id}`,
    cursorOf: ({ id }) => `cursor ${(asked.cursors += 1) && id}`,
    countAll: () => (asked.counts += 1) + 41,
  });
  return { page, asked };
}

describe('The arguments of a list', () => {
  it('ask for 20 entries from the start unless they say otherwise', () => {
    for (const args of [{}, { first: null, after: null }]) {
      expect(pageOf(args)).toEqual({ first: 20, after: undefined });
    }
  });

  it.each([1, 20, 100])('may ask for %d entries', (first) => {
    expect(pageOf({ first, after: 'x' })).toEqual({ first, after: 'x' });
  });

  it.each([0, -1, -(2 ** 31), 101, 1_000_000, 2 ** 31, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'may not ask for %d entries',
    (first) => {
      expect(() => pageOf({ first })).toThrow(PageSizeInvalid);
    },
  );

  it('keep a cursor that is empty: it is refused by the list and not taken for none', () => {
    expect(pageOf({ after: '' }).after).toBe('');
  });
});

describe('A page', () => {
  it('has what was asked for, and knows that more follows', () => {
    const { page } = pageFrom(60, { first: 2 });
    expect(page.nodes).toEqual(['node 0', 'node 1']);
    expect(page.edges).toEqual([
      { cursor: 'cursor 0', node: 'node 0' },
      { cursor: 'cursor 1', node: 'node 1' },
    ]);
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: 'cursor 0',
      endCursor: 'cursor 1',
    });
  });

  it('is the last one when nothing is left behind it', () => {
    const { page } = pageFrom(2, { first: 2, after: 'x' });
    expect(page.nodes).toHaveLength(2);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('may be empty', () => {
    const { page } = pageFrom(0);
    expect([page.nodes, page.edges]).toEqual([[], []]);
    expect(page.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });

  it('makes no cursor and counts nothing until somebody asks', () => {
    const { page, asked } = pageFrom(60, { first: 50 });
    expect(page.nodes).toHaveLength(50);
    expect(asked).toEqual({ cursors: 0, counts: 0 });
    expect(page.totalCount()).toBe(42);
    expect(asked).toEqual({ cursors: 0, counts: 1 });
  });

  it('makes its edges once, however often they are read', () => {
    const { page, asked } = pageFrom(60, { first: 3 });
    expect(page.edges).toBe(page.edges);
    expect(page.pageInfo).toBe(page.pageInfo);
    expect(asked.cursors).toBe(5);
  });
});
