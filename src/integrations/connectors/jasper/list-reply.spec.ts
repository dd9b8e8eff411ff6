import { z } from 'zod';
import { listReply, nextPage } from './list-reply.js';

const reply = listReply(z.object({ id: z.string() }));
const entries = [{ id: 'a' }, { id: 'b' }];
const pagination = { totalRecords: 5 };

describe('a list of Jasper', () => {
  it.each([
    ['one envelope', { requestId: 'r', data: entries, pagination }],
    ['an envelope for each entry', entries.map((data) => ({ requestId: 'r', data, pagination }))],
    ['an envelope in an array', [{ requestId: 'r', data: entries, pagination }]],
  ])('is read from %s', (_, value) => {
    expect(reply.parse(value)).toEqual({ items: entries, pagination });
  });

  it('is read from the entries alone', () => {
    expect(reply.parse(entries).items).toEqual(entries);
    expect(reply.parse(entries[0]).items).toEqual([entries[0]]);
    expect(reply.parse({ data: [] }).items).toEqual([]);
  });

  it('is not made up from something else', () => {
    expect(reply.safeParse({ message: 'maintenance' }).success).toBe(false);
  });
});

describe('nextPage', () => {
  it.each([
    [{ totalRecords: 5 }, 1, '2'],
    [{ totalRecords: 5 }, 3, null],
    [{ totalRecords: 2 }, 1, null],
    [null, 1, '2'],
  ])('with %j on page %d is %s', (pages, page, next) => {
    expect(nextPage({ items: entries, pagination: pages }, { page, size: 2 })).toBe(next);
  });

  it('is none after a page that is not full', () => {
    expect(nextPage({ items: ['a'], pagination: null }, { page: 1, size: 2 })).toBeNull();
  });
});
