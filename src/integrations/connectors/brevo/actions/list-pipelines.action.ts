import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const stage = z.object({ id: z.string(), name: z.string().nullish() });
const pipelines = z.array(
  z.object({ pipeline: z.string(), pipeline_name: z.string().nullish(), stages: z.array(stage).nullish() }),
);

export const listPipelines = defineAction({
  key: 'list_pipelines',
  effect: 'READ',
  description: {
    en: 'Lists the deal pipelines with their stages in order. Their ids are needed to place a deal.',
    fr: 'Liste les pipelines d’affaires et leurs étapes dans l’ordre. Leurs identifiants servent à placer une affaire.',
  },
  input: z.object({}),
  output: z.object({ pipelines }),
  run: async (client) => ({ pipelines: await client.get('/crm/pipeline/details/all', { reply: pipelines }) }),
});
