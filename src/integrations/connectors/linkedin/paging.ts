import { z } from 'zod';

export const cursorSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .optional()
  .describe('nextCursor of the page before');

/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/pagination */
export const pagingReply = z.object({ links: z.array(z.object({ rel: z.string().nullish() })).nullish() }).nullish();

interface Page {
  paging: z.output<typeof pagingReply>;
  start: number;
  limit: number;
  found: number;
}

/** Where the next page starts: LinkedIn links to it, or else a full page may have another behind it. */
export function nextCursorOf({ paging, start, limit, found }: Page): string | null {
  const links = paging?.links ?? [];
  const hasNext = links.length > 0 ? links.some(({ rel }) => rel === 'next') : found >= limit;
  return hasNext && found > 0 ? String(start + limit) : null;
}

/** How many of a cursor's items are passed over. */
export function startOf(cursor: string | undefined): number {
  return Number(cursor ?? 0);
}
