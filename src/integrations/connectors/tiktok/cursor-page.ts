import { z } from 'zod';

/** Where a list of the Accounts API goes on. */
export const placeReply = z.object({
  cursor: z.union([z.string(), z.int()]).nullish(),
  has_more: z.boolean().nullish(),
});

export function nextCursorOf({ cursor, has_more: hasMore }: z.output<typeof placeReply>): string | null {
  return hasMore && cursor != null ? String(cursor) : null;
}

export const cursorInput = z.string().regex(/^\d+$/).optional().describe('nextCursor of the page before');
