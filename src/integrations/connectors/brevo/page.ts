import { z } from 'zod';

/** Brevo pages by the number of entries to pass over: https://developers.brevo.com/docs/how-it-works#pagination */
export const offsetCursor = z
  .string()
  .regex(/^\d{1,7}$/)
  .optional()
  .describe('nextCursor of the page before');

/** Where the next page begins; null at the end. `count` is of all pages, where Brevo tells it. */
export function nextOffset(
  cursor: string | undefined,
  { length, limit, count }: { length: number; limit: number; count?: number | null | undefined },
): string | null {
  const end = Number(cursor ?? '0') + length;
  const goesOn = typeof count === 'number' ? length > 0 && end < count : length === limit;
  return goesOn ? String(end) : null;
}
