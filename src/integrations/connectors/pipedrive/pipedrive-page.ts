import { z } from 'zod';
import type { HttpQuery } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

export const cursorField = z.string().optional().describe('nextCursor of the page before');

/** https://pipedrive.readme.io/docs/core-api-concepts-pagination */
const nextCursorPart = z.object({ next_cursor: z.string().nullish() }).nullish();

export function dataOf<S extends z.ZodType>(data: S) {
  return z.object({ data });
}

export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** One page of a list of API v2. */
export async function readPage<T>(client: VendorClient, path: string, list: { query: HttpQuery; item: z.ZodType<T> }) {
  const reply = z.object({ data: z.array(list.item).nullish(), additional_data: nextCursorPart });
  const { data, additional_data: more } = await client.get(path, { query: list.query, reply });
  return { items: data ?? [], nextCursor: nextCursorIn(more) };
}

export function nextCursorIn(more: z.output<typeof nextCursorPart>): string | null {
  return more?.next_cursor || null;
}

/** Lists are one parameter with commas; an empty one is left out. */
export function commaList(values: readonly (string | number)[] | undefined): string | undefined {
  return values && values.length > 0 ? values.join(',') : undefined;
}
