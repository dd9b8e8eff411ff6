import { z } from 'zod';

const pagination = z.object({ totalRecords: z.number().nullish() }).nullish().catch(null);

/**
 * A list in whichever of the shapes that Jasper’s reference, its own client and its server show: one envelope
 * `{ requestId, resource, data, pagination }`, an array of envelopes with one entry or many each, or the entries alone.
 */
export function listReply<T>(entry: z.ZodType<T>) {
  const read = (value: unknown) => ({ items: entriesIn(value), pagination: paginationIn(value) });
  return z.preprocess(read, z.object({ items: z.array(entry), pagination }));
}

/** The one entry of a reply that may come as a list. */
export function entryReply<T>(entry: z.ZodType<T>) {
  return z.preprocess((value) => entriesIn(value)[0], entry);
}

/** The number of the next page; null at the end. */
export function nextPage(
  found: { items: readonly unknown[]; pagination?: z.output<typeof pagination> },
  { page, size }: { page: number; size: number },
): string | null {
  const total = found.pagination?.totalRecords;
  const goesOn = typeof total === 'number' ? page * size < total : found.items.length === size;
  return goesOn && found.items.length > 0 ? String(page + 1) : null;
}

export const pageCursor = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .default('1')
  .describe('nextCursor of the page before');

function entriesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(entriesIn);
  if (typeof value !== 'object' || value === null) return [];
  return 'data' in value ? entriesIn(value.data) : [value];
}

function paginationIn(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null && 'pagination' in first ? first.pagination : null;
}
