import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { apiVersion } from '../hubspot-version.js';

const stageReply = z.object({
  id: z.string(),
  label: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
const pipelineReply = z.object({
  id: z.string(),
  label: z.string().nullish(),
  stages: z.array(stageReply).nullish(),
});

const stageSchema = z.object({
  id: z.string(),
  label: z.string().nullable(),
  probability: z.number().nullable().describe('From 0 to 1'),
  isClosed: z.boolean(),
});

export const listDealPipelines = defineAction({
  key: 'list_deal_pipelines',
  effect: 'READ',
  description: {
    en: 'Lists the deal pipelines, each with its stages, their ids and their probability of winning.',
    fr: 'Liste les pipelines de transactions, chacun avec ses étapes, leurs identifiants et leur probabilité de gain.',
  },
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ id: z.string(), label: z.string().nullable(), stages: z.array(stageSchema) })),
  }),
  async run(client) {
    const reply = z.object({ results: z.array(pipelineReply).nullish() });
    const { results } = await client.get(route`/crm/pipelines/${apiVersion}/deals`, { reply });
    const items = (results ?? []).map(({ id, label, stages }) => ({
      id,
      label: label ?? null,
      stages: (stages ?? []).map(readStage),
    }));
    return { items };
  },
});

function readStage({ id, label, metadata }: z.output<typeof stageReply>): z.output<typeof stageSchema> {
  const probability = Number.parseFloat(metadata?.probability ?? '');
  return {
    id,
    label: label ?? null,
    probability: Number.isNaN(probability) ? null : probability,
    isClosed: metadata?.isClosed === 'true',
  };
}
