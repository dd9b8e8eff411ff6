import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

export const searchTypeInput = z
  .enum(['WEB', 'IMAGE', 'VIDEO', 'NEWS', 'DISCOVER', 'GOOGLE_NEWS'])
  .default('WEB')
  .describe('DISCOVER and GOOGLE_NEWS have no queries and no position');

export const dayInput = z.iso.date().describe('YYYY-MM-DD in Pacific time, inclusive; Google keeps 16 months');

export const filtersInput = z
  .array(
    z.object({
      dimension: z.enum(['QUERY', 'PAGE', 'COUNTRY', 'DEVICE', 'SEARCH_APPEARANCE']),
      operator: z.enum(['EQUALS', 'NOT_EQUALS', 'CONTAINS', 'NOT_CONTAINS', 'INCLUDING_REGEX', 'EXCLUDING_REGEX']),
      expression: z
        .string()
        .min(1)
        .max(4096)
        .describe(
          'Not case-sensitive. COUNTRY: ISO alpha-3 (fra); DEVICE: DESKTOP, MOBILE, TABLET; regular expressions are RE2',
        ),
    }),
  )
  .max(20)
  .optional()
  .describe('All have to hold');

export const searchRow = z.object({
  keys: z.array(z.string()).nullish().describe('One per dimension, in their order'),
  clicks: z.number().nullish(),
  impressions: z.number().nullish(),
  ctr: z.number().nullish().describe('From 0 to 1'),
  position: z.number().nullish().describe('Average; 1 is the top'),
});
export type SearchRow = z.output<typeof searchRow>;

/** The reference writes the members of `metadata` with underscores, the discovery document in camelCase. */
const searchReply = z.object({
  rows: z.array(searchRow).nullish(),
  metadata: z
    .object({
      first_incomplete_date: z.string().nullish(),
      firstIncompleteDate: z.string().nullish(),
      first_incomplete_hour: z.string().nullish(),
      firstIncompleteHour: z.string().nullish(),
    })
    .nullish(),
});

interface SearchQuery {
  startDate: string;
  endDate: string;
  dimensions?: readonly string[] | undefined;
  type?: string | undefined;
  filters?: z.output<typeof filtersInput>;
  aggregationType?: string | undefined;
  dataState?: string | undefined;
  rowLimit: number;
  startRow?: number | undefined;
}

/** https://developers.google.com/webmaster-tools/v1/searchanalytics/query */
export async function querySearchAnalytics(client: VendorClient, siteUrl: string, query: SearchQuery) {
  const { filters, ...others } = query;
  const dimensionFilterGroups = filters?.length ? [{ groupType: 'AND', filters }] : undefined;
  const { rows, metadata } = await client.post(route`/webmasters/v3/sites/${siteUrl}/searchAnalytics/query`, {
    json: { ...others, dimensionFilterGroups },
    readOnly: true,
    reply: searchReply,
  });
  return {
    rows: rows ?? [],
    firstIncomplete:
      metadata?.first_incomplete_date ??
      metadata?.firstIncompleteDate ??
      metadata?.first_incomplete_hour ??
      metadata?.firstIncompleteHour ??
      null,
  };
}
