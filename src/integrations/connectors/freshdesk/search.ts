import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';
import { ticketSchema } from './ticket.js';

const pageSize = 30;
const lastPage = 10;

const found = z.object({ results: z.array(ticketSchema), total: z.int() });

/** One page of the tickets that a query finds: https://developers.freshdesk.com/api/#filter_tickets */
export async function searchPage(client: VendorClient, query: string, cursor: string | undefined) {
  const page = Number(cursor ?? '1');
  const { results, total } = await client.get('/search/tickets', {
    // The double quotes are part of the parameter.
    query: { query: `"${query}"`, page: cursor },
    reply: found,
  });
  const goesOn = page < lastPage && page * pageSize < total;
  return { items: results, total, nextCursor: goesOn ? String(page + 1) : null };
}
