import { systemContext, uuidv7 } from '../../context/index.js';
import { Cursors, type Position } from './cursor.js';
import { CursorInvalid } from './paging.errors.js';

const ctx = systemContext({ actor: 'test', workspaceId: uuidv7() });
const calls = new Cursors('calls', 'moment');
const position: Position = { key: '2026-11-21 05:29:00.123456+00', id: uuidv7() };

/** A cursor taken apart, changed, and put together again. */
function tampered(cursor: string, change: (parts: unknown[]) => unknown): string {
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  return Buffer.from(JSON.stringify(change(parts))).toString('base64url');
}

function forged(key: unknown, id: unknown = position.id): string {
  return tampered(calls.encode(ctx, position), ([binding]) => [binding, key, id]);
}

describe('A cursor', () => {
  it('leads back to its place, to the microsecond', () => {
    expect(calls.decode(ctx, calls.encode(ctx, position))).toEqual(position);
  });

  it('fits into an address as it is', () => {
    expect(calls.encode(ctx, position)).toMatch(/^[\w-]+$/);
  });

  it('is good for its own list, sorted as it was', () => {
    const cursor = calls.encode(ctx, position);
    expect(() => new Cursors('contacts', 'moment').decode(ctx, cursor)).toThrow(CursorInvalid);
    expect(() => new Cursors('calls', 'text').decode(ctx, cursor)).toThrow(CursorInvalid);
    expect(new Cursors('calls', 'moment').decode(ctx, cursor)).toEqual(position);
  });

  it('is good in its own workspace only', () => {
    const cursor = calls.encode(ctx, position);
    const elsewhere = systemContext({ actor: 'test', workspaceId: uuidv7() });
    expect(() => calls.decode(elsewhere, cursor)).toThrow(CursorInvalid);
  });

  it('keeps telling workspaces apart however many there are', () => {
    const contexts = Array.from({ length: 1_100 }, () => systemContext({ actor: 'test', workspaceId: uuidv7() }));
    const cursors = contexts.map((each) => calls.encode(each, position));
    expect(new Set(cursors).size).toBe(contexts.length);
    contexts.forEach((each, index) => expect(calls.decode(each, cursors[index] ?? '')).toEqual(position));
  });

  it.each([
    ['nothing', ''],
    ['no Base64', '%%%'],
    ['no JSON', Buffer.from('calls:1').toString('base64url')],
    ['JSON that is no list', Buffer.from('{"0":1}').toString('base64url')],
    ['null', Buffer.from('null').toString('base64url')],
    ['too short a list', Buffer.from('["a","b"]').toString('base64url')],
    ['a cut one', calls.encode(ctx, position).slice(0, -4)],
    ['a megabyte', 'A'.repeat(1_000_000)],
    ['brackets', Buffer.from('['.repeat(100_000)).toString('base64url')],
    ['another binding', tampered(calls.encode(ctx, position), ([, key, id]) => ['AAAAAAAA', key, id])],
    ['no binding', tampered(calls.encode(ctx, position), ([, key, id]) => [null, key, id])],
    ['something after it', tampered(calls.encode(ctx, position), (parts) => [...parts, 1])],
  ])('is refused when it is %s', (_, cursor) => {
    expect(() => calls.decode(ctx, cursor)).toThrow(CursorInvalid);
  });

  it.each<[unknown]>([
    [`2026-11-21' OR 1=1 --`],
    ['2026-02-30 00:00:00+00'],
    ['2026-13-01 00:00:00+00'],
    ['0000-01-01 00:00:00+00'],
    ['2026-11-21 25:00:00+00'],
    ['2026-11-21 00:00:00'],
    ['infinity'],
    ['now'],
    [''],
    [1_763_702_940],
    [null],
    [['2026-11-21 05:29:00+00']],
  ])('is refused with %j for a moment, before the database sees it', (key) => {
    expect(() => calls.decode(ctx, forged(key))).toThrow(CursorInvalid);
  });

  it.each<[unknown]>([['1'], ['call_' + position.id], [position.id.toUpperCase()], [`${position.id}\n`], [null], [{}]])(
    'is refused with %j for an id',
    (id) => {
      expect(() => calls.decode(ctx, forged(position.key, id))).toThrow(CursorInvalid);
    },
  );
});

describe('The key of a cursor', () => {
  const cases = {
    integer: { good: ['0', '-1', '9'.repeat(18)], bad: ['', '1.5', '1e3', '9'.repeat(19), ' 1', '0x1', '--1'] },
    text: { good: ['', 'été', `'; DROP TABLE calls --`, 'x'.repeat(500)], bad: ['a\0b', 'x'.repeat(501)] },
    moment: { good: ['2026-11-21T05:29:00Z', '2028-02-29 05:29:00+0530'], bad: ['2026-11-21', '5 pm'] },
  };

  it.each(Object.entries(cases))('has the form of what a list is sorted by: %s', (kind, { good, bad }) => {
    const cursors = new Cursors('things', kind as keyof typeof cases);
    for (const key of good) expect(cursors.decode(ctx, cursors.encode(ctx, { ...position, key })).key).toBe(key);
    for (const key of bad) {
      expect(() => cursors.decode(ctx, cursors.encode(ctx, { ...position, key }))).toThrow(CursorInvalid);
    }
  });
});
