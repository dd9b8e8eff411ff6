import { z } from 'zod';

/** Lists that page by number name the next page’s whole address: https://developer.zendesk.com/api-reference/introduction/pagination/ */
export const numberedPage = z.object({ next_page: z.string().nullish() });

export function nextNumber({ next_page }: z.output<typeof numberedPage>): string | null {
  return typeof next_page === 'string' && URL.canParse(next_page) ? new URL(next_page).searchParams.get('page') : null;
}

/** Lists that page by cursor say whether there is more, and after what. */
export const cursorPage = z.object({
  meta: z.object({ has_more: z.boolean().nullish(), after_cursor: z.string().nullish() }).nullish(),
});

export function nextAfter({ meta }: z.output<typeof cursorPage>): string | null {
  return meta?.has_more ? (meta.after_cursor ?? null) : null;
}

export const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .optional()
  .describe('nextCursor of the page before');
export const pageCursor = z.string().min(1).max(500).optional().describe('nextCursor of the page before');
