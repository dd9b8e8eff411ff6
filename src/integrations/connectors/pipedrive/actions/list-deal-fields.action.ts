import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorField, pageOf, readPage } from '../pipedrive-page.js';

const dealField = z.object({
  field_code: z.string().describe('Of custom fields: 40 hexadecimal characters'),
  field_name: z.string().nullish(),
  field_type: z.string().nullish(),
  description: z.string().nullish(),
  is_custom_field: z.boolean().nullish(),
  options: z.array(z.object({ id: z.union([z.int(), z.string()]).nullish(), label: z.string().nullish() })).nullish(),
});

export const listDealFields = defineAction({
  key: 'list_deal_fields',
  effect: 'READ',
  description: {
    en: 'Lists the fields of deals: names, codes and options of custom fields, which deals show by their code only.',
    fr: 'Liste les champs des affaires : noms, codes et options des champs personnalisés, que les affaires ne montrent que par leur code.',
  },
  input: z.object({ limit: z.int().min(1).max(500).default(200), cursor: cursorField }),
  output: pageOf(dealField),
  run: (client, { limit, cursor }) => readPage(client, '/dealFields', { query: { limit, cursor }, item: dealField }),
});
