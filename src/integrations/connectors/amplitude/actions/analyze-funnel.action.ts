import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { chartInput, chartQuery, eventInput, eventJson, groupProperty } from '../event-query.js';

const numbers = z.array(z.number().nullable()).nullish();
const funnel = z.object({
  events: z.array(z.string()).nullish().describe('The steps'),
  cumulativeRaw: numbers.describe('Users who completed each step'),
  cumulative: numbers.describe('Part of all users who completed each step, 0 to 1'),
  stepByStep: numbers.describe('Part of the step before who completed each step, 0 to 1'),
  medianTransTimes: numbers.describe('Milliseconds since the step before'),
  avgTransTimes: numbers.describe('Milliseconds since the step before'),
  meta: z.record(z.string(), z.unknown()).nullish().describe('Which segment or group this is'),
});

/** https://amplitude.com/docs/apis/analytics/dashboard-rest#funnel-analysis */
export const analyzeFunnel = defineAction({
  key: 'analyze_funnel',
  effect: 'READ',
  description: {
    en: 'Tells how many users went through the given steps and how long it took; one result per group. Costs days × conditions × twice the steps of a budget of 1,000 per 5 minutes.',
    fr: 'Dit combien d’utilisateurs ont franchi les étapes données et en combien de temps ; un résultat par groupe. Coûte jours × conditions × deux fois les étapes sur un budget de 1 000 par 5 minutes.',
  },
  input: z.object({
    steps: z.array(eventInput).min(2).max(20),
    ...chartInput,
    mode: z
      .enum(['ordered', 'unordered', 'sequential'])
      .default('ordered')
      .describe('sequential: in this order with nothing else between'),
    users: z.enum(['new', 'active']).default('active'),
    windowSeconds: z.int().min(1).default(2_592_000).describe('Time to complete the funnel; 30 days without it'),
    groupBy: groupProperty.optional(),
    limit: z.int().min(1).max(1_000).default(100).describe('Groups to return'),
  }),
  output: z.object({ items: z.array(funnel) }),
  async run(client, input) {
    const { data } = await client.get('/api/2/funnels', {
      query: {
        e: input.steps.map(eventJson),
        ...chartQuery(input),
        mode: input.mode,
        n: input.users,
        cs: input.windowSeconds,
        g: input.groupBy,
        limit: input.limit,
      },
      reply: z.object({ data: z.array(funnel) }),
    });
    return { items: data };
  },
});
