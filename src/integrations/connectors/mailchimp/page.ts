import { z } from 'zod';

/** https://mailchimp.com/developer/marketing/docs/methods-parameters/#pagination */
export const pageInput = {
  limit: z.int().min(1).max(1_000).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .describe('nextCursor of the page before'),
};

export function pageQuery({ limit, cursor = '0' }: { limit: number; cursor?: string | undefined }) {
  return { count: limit, offset: cursor };
}

/** The offset of the next page; null on the last one. */
export function nextCursor(cursor: string | undefined, length: number, total: number | null | undefined) {
  const next = Number(cursor ?? '0') + length;
  return length > 0 && next < (total ?? 0) ? String(next) : null;
}
