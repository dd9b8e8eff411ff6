import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const attribute = z.object({
  id: z.string(),
  qualified_id: z.string().nullish().describe('To be preferred: an id alone can be ambiguous'),
  name: z.string().nullish(),
});

const dataset = z.object({
  id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  attributes: z.array(attribute).nullish().describe('Only of the dataset that was asked for'),
});

const found = z.object({ data: z.array(dataset) });

export const listReportDatasets = defineAction({
  key: 'list_report_datasets',
  effect: 'READ',
  description: {
    en: 'Lists what get_conversation_report can be made of: datasets such as conversation or, with datasetId, one of them with its columns.',
    fr: 'Liste de quoi get_conversation_report peut être fait : des jeux de données comme conversation ou, avec datasetId, l’un d’eux avec ses colonnes.',
  },
  input: z.object({ datasetId: z.string().min(1).max(100).optional() }),
  output: z.object({ items: z.array(dataset) }),
  async run(client, { datasetId }) {
    const { data } = await client.get('/export/reporting_data/get_datasets', { reply: found });
    if (datasetId !== undefined) return { items: data.filter(({ id }) => id === datasetId) };
    return { items: data.map(({ id, name, description }) => ({ id, name, description })) };
  },
});
