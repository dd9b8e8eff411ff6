import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { commaList, cursorField, nextCursorIn, pageOf } from '../pipedrive-page.js';

const named = z.object({ id: z.int().nullish(), name: z.string().nullish() }).nullish();

const foundItem = z.object({
  result_score: z.number().nullish(),
  item: z.object({
    id: z.union([z.int(), z.string()]).nullish().describe('A number; a UUID for leads'),
    type: z.string().nullish(),
    title: z.string().nullish().describe('Of deals and leads'),
    name: z.string().nullish().describe('Of all other types'),
    value: z.number().nullish(),
    currency: z.string().nullish(),
    status: z.string().nullish(),
    emails: z.array(z.string()).nullish(),
    phones: z.array(z.string()).nullish(),
    stage: named,
    person: named,
    organization: named,
  }),
});

const foundReply = z.object({
  data: z.object({ items: z.array(foundItem).nullish() }).nullish(),
  additional_data: z.object({ next_cursor: z.string().nullish() }).nullish(),
});

export const searchItems = defineAction({
  key: 'search_items',
  effect: 'READ',
  description: {
    en: 'Searches deals, persons, organizations, leads and products by text. Fuzzy, unless exactMatch. One of the dearest requests of the daily budget: use list_deals where an id is known.',
    fr: 'Recherche par texte dans les affaires, personnes, organisations, prospects et produits. Approximatif, sauf avec exactMatch. L’une des requêtes les plus coûteuses du budget quotidien : préférez list_deals si un identifiant est connu.',
  },
  input: z.object({
    term: z.string().min(2).max(200),
    itemTypes: z
      .array(z.enum(['deal', 'person', 'organization', 'product', 'lead', 'file', 'mail_attachment', 'project']))
      .max(8)
      .optional()
      .describe('Default all'),
    fields: z
      .array(z.enum(['address', 'code', 'custom_fields', 'email', 'name', 'notes', 'phone', 'title', 'description']))
      .max(9)
      .optional()
      .describe('Where to look; default everywhere'),
    exactMatch: z.boolean().default(false).describe('The whole value, whatever its case'),
    limit: z.int().min(1).max(100).default(50),
    cursor: cursorField,
  }),
  output: pageOf(foundItem),
  async run(client, { term, itemTypes, fields, exactMatch, limit, cursor }) {
    const query = {
      term,
      item_types: commaList(itemTypes),
      fields: commaList(fields),
      exact_match: exactMatch,
      limit,
      cursor,
    };
    const { data, additional_data: more } = await client.get('/itemSearch', { query, reply: foundReply });
    return { items: data?.items ?? [], nextCursor: nextCursorIn(more) };
  },
});
