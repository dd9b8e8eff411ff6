import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { runQuery } from '../query.js';

const stageSchema = z.object({
  ApiName: z.string().nullish().describe('What StageName takes'),
  MasterLabel: z.string().nullish(),
  SortOrder: z.int().nullish(),
  DefaultProbability: z.number().nullish().describe('Per cent'),
  ForecastCategoryName: z.string().nullish(),
  IsClosed: z.boolean().nullish(),
  IsWon: z.boolean().nullish(),
});

export const listOpportunityStages = defineAction({
  key: 'list_opportunity_stages',
  effect: 'READ',
  description: {
    en: 'Lists the stages of the sales pipeline in their order. They seldom change.',
    fr: 'Liste les étapes du pipeline de vente dans l’ordre. Elles changent rarement.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(stageSchema) }),
  async run(client) {
    const fields = 'ApiName, MasterLabel, SortOrder, DefaultProbability, ForecastCategoryName, IsClosed, IsWon';
    const soql = `SELECT ${fields} FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder LIMIT 200`;
    return { items: (await runQuery(client, { soql }, stageSchema)).items };
  },
});
