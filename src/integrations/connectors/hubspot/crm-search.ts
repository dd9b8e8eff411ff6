import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { crmRecord, cursorField, listReply, pageIn, propertyName } from './crm-record.js';
import { apiVersion } from './hubspot-version.js';

const value = z.string().max(3_000);

const filter = z.object({
  property: z.string().regex(/^[a-z][a-z0-9_.]{0,99}$/),
  operator: z.enum([
    'EQ',
    'NEQ',
    'LT',
    'LTE',
    'GT',
    'GTE',
    'BETWEEN',
    'IN',
    'NOT_IN',
    'HAS_PROPERTY',
    'NOT_HAS_PROPERTY',
    'CONTAINS_TOKEN',
    'NOT_CONTAINS_TOKEN',
  ]),
  value: value.optional().describe('Dates in milliseconds since 1970 or ISO 8601'),
  highValue: value.optional().describe('Upper end, for BETWEEN'),
  values: z.array(value).max(100).optional().describe('For IN and NOT_IN; texts in lower case'),
});

/** The input of every search: https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm */
export const searchInput = z.object({
  query: z.string().max(3_000).optional().describe('Words in the usual fields: name, e-mail, phone, domain'),
  filterGroups: z
    .array(z.object({ filters: z.array(filter).min(1).max(6) }))
    .max(5)
    .optional()
    .describe('All filters of a group must hold, of one group at least; 18 filters in all'),
  properties: z.array(propertyName).min(1).max(100).optional().describe('To return; default the usual ones'),
  sortBy: propertyName.optional(),
  sortDescending: z.boolean().default(false),
  limit: z.int().min(1).max(200).default(50),
  cursor: cursorField,
});

type SearchInput = z.output<typeof searchInput>;

/** Searches one type of records. A POST that only reads. */
export async function searchCrm(
  client: VendorClient,
  objectType: string,
  { properties, filterGroups, sortBy, sortDescending, query, limit, cursor }: SearchInput & { properties: string[] },
) {
  const json = {
    query,
    filterGroups: filterGroups?.map(({ filters }) => ({
      filters: filters.map(({ property, ...rest }) => ({ propertyName: property, ...rest })),
    })),
    sorts: sortBy === undefined ? undefined : [sortDescending ? `-${sortBy}` : sortBy],
    properties,
    limit,
    after: cursor,
  };
  const path = route`/crm/objects/${apiVersion}/${objectType}/search`;
  return pageIn(await client.post(path, { json, reply: listReply(crmRecord), readOnly: true }));
}
