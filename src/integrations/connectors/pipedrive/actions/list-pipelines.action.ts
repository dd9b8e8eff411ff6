import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { readPage } from '../pipedrive-page.js';

const pageLimit = 500;

const pipelineSchema = z.object({
  id: z.int(),
  name: z.string().nullish(),
  is_deal_probability_enabled: z.boolean().nullish(),
});
const stageSchema = z.object({
  id: z.int(),
  pipeline_id: z.int().nullish(),
  name: z.string().nullish(),
  order_nr: z.int().nullish(),
  deal_probability: z.number().nullish().describe('Per cent'),
  days_to_rotten: z.int().nullish(),
});

export const listPipelines = defineAction({
  key: 'list_pipelines',
  effect: 'READ',
  description: {
    en: 'Lists the pipelines, each with its stages in their order. At most 500 pipelines and 500 stages.',
    fr: 'Liste les pipelines, chacun avec ses étapes dans l’ordre. Au plus 500 pipelines et 500 étapes.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(pipelineSchema.extend({ stages: z.array(stageSchema) })) }),
  async run(client) {
    const pipelines = await readPage(client, '/pipelines', { query: { limit: pageLimit }, item: pipelineSchema });
    const query = { sort_by: 'order_nr', sort_direction: 'asc', limit: pageLimit };
    const stages = await readPage(client, '/stages', { query, item: stageSchema });
    const stagesOf = (id: number) => stages.items.filter((stage) => stage.pipeline_id === id);
    return { items: pipelines.items.map((pipeline) => ({ ...pipeline, stages: stagesOf(pipeline.id) })) };
  },
});
