import { z } from 'zod';

const paging = z.object({ cursors: z.object({ after: z.string().nullish() }).nullish(), next: z.string().nullish() });

/** https://developers.facebook.com/docs/graph-api/results#cursors */
export function cursorPage<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), paging: paging.nullish() }).transform(({ data, paging: place }) => ({
    items: data,
    nextCursor: (place?.next && place.cursors?.after) || null,
  }));
}

export const cursorInput = z.string().min(1).optional().describe('nextCursor of the page before');
