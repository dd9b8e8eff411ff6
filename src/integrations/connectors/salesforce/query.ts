import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

/** Rows of one reply; Salesforce takes 200 to 2,000 and counts it as a wish. */
const batchHeader = { 'sforce-query-options': 'batchSize=200' };

export const cursorField = z.string().optional().describe('nextCursor of the page before; all else is then ignored');

export function queryReply<S extends z.ZodType>(record: S) {
  return z.object({
    totalSize: z.int(),
    done: z.boolean(),
    nextRecordsUrl: z.string().nullish(),
    records: z.array(record).nullish(),
  });
}

interface QueryPage<T> {
  totalSize: number;
  items: T[];
  nextCursor: string | null;
}

/** Runs a query, or goes on with one: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm */
export async function runQuery<T>(
  client: VendorClient,
  { soql, cursor }: { soql: string; cursor?: string | undefined },
  record: z.ZodType<T>,
): Promise<QueryPage<T>> {
  const reply = queryReply(record);
  const headers = batchHeader;
  const page =
    cursor === undefined
      ? await client.get('/query', { query: { q: soql }, headers, reply })
      : await client.get(route`/query/${cursor}`, { headers, reply });
  const { totalSize, done, nextRecordsUrl, records } = page;
  return { totalSize, items: records ?? [], nextCursor: done ? null : locatorIn(nextRecordsUrl) };
}

/** The last part of `/services/data/v67.0/query/01g…-200`. */
function locatorIn(nextRecordsUrl: string | null | undefined): string | null {
  return nextRecordsUrl?.split('/').pop() || null;
}
