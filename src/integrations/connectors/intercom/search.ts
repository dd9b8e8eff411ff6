import { z } from 'zod';

const value = z.union([z.string(), z.int(), z.boolean(), z.array(z.union([z.string(), z.int()])).max(100), z.null()]);

/** What both searches take: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/searchconversations */
export const searchInput = {
  match: z.enum(['AND', 'OR']).default('AND').describe('Whether all filters have to fit, or one'),
  cursor: z.string().min(1).max(1000).optional().describe('nextCursor of the page before'),
};

export function filters(description: string) {
  const filter = z.object({
    field: z.string().min(1).max(100),
    operator: z.enum(['=', '!=', 'IN', 'NIN', '<', '>', '~', '!~', '^', '$']).describe('~ contains, ^ begins, $ ends'),
    value,
  });
  return z.array(filter).min(1).max(15).describe(description);
}

interface Search {
  match: 'AND' | 'OR';
  filters: readonly { field: string; operator: string; value: z.output<typeof value> }[];
  limit: number;
  cursor?: string | undefined;
}

export function searchBody({ match, filters: wanted, limit, cursor }: Search) {
  return {
    query: { operator: match, value: wanted },
    pagination: { per_page: limit, starting_after: cursor },
  };
}

/** The cursor stands in the reply: https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/pagination */
export const cursorPages = z.object({
  pages: z.object({ next: z.object({ starting_after: z.string().nullish() }).nullish() }).nullish(),
  total_count: z.int().nullish(),
});

export function nextAfter({ pages }: z.output<typeof cursorPages>): string | null {
  return pages?.next?.starting_after ?? null;
}
