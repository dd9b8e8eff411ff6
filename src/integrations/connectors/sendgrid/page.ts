import { z } from 'zod';

/** Pages of marketing and of templates: the address of the next one holds its token. */
export const metadata = z.object({ next: z.string().nullish() }).nullish();

export const pageToken = z.string().min(1).optional().describe('nextCursor of the page before');

export function tokenAfter(given: z.output<typeof metadata>): string | null {
  const next = given?.next ?? '';
  return (URL.canParse(next) && new URL(next).searchParams.get('page_token')) || null;
}
