import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { opportunityScope, scopeConditions } from '../opportunity.js';
import { runQuery } from '../query.js';
import { where } from '../soql.js';

const stageRow = z.object({
  StageName: z.string().nullish(),
  n: z.number().nullish(),
  total: z.number().nullish(),
  expected: z.number().nullish(),
});

const sums = z.object({ count: z.int(), amount: z.number(), expectedRevenue: z.number().describe('The forecast') });

export const getPipelineSummary = defineAction({
  key: 'get_pipeline_summary',
  effect: 'READ',
  description: {
    en: 'Sums up the open opportunities by stage: how many, their amount, and their expected revenue (amount times probability), which is the forecast. Where an org has several currencies, in that of the company.',
    fr: 'Résume les opportunités ouvertes par étape : nombre, montant et revenu attendu (montant fois probabilité), c’est-à-dire la prévision. Si l’organisation a plusieurs devises, dans celle de l’entreprise.',
  },
  input: opportunityScope,
  output: z.object({ stages: z.array(sums.extend({ stage: z.string().nullable() })), total: sums }),
  async run(client, scope) {
    const conditions = where(['IsClosed = false', ...scopeConditions(scope)]);
    const fields = 'StageName, COUNT(Id) n, SUM(Amount) total, SUM(ExpectedRevenue) expected';
    const soql = `SELECT ${fields} FROM Opportunity${conditions} GROUP BY StageName LIMIT 200`;
    const { items } = await runQuery(client, { soql }, stageRow);
    const stages = items.map(({ StageName: stage, n, total, expected }) => ({
      stage: stage ?? null,
      count: n ?? 0,
      amount: total ?? 0,
      expectedRevenue: expected ?? 0,
    }));
    const sumOf = (part: keyof z.output<typeof sums>) => stages.reduce((sum, stage) => sum + stage[part], 0);
    const total = { count: sumOf('count'), amount: sumOf('amount'), expectedRevenue: sumOf('expectedRevenue') };
    return { stages, total };
  },
});
