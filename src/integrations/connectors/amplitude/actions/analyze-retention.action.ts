import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { chartInput, chartQuery, eventInput, eventJson, groupProperty } from '../event-query.js';

const interval = z.object({
  count: z.number().nullish(),
  outof: z.number().nullish(),
  incomplete: z.boolean().nullish().describe('True where too little time has passed'),
});
const retention = z.object({
  series: z
    .array(
      z.object({
        dates: z.array(z.string()).nullish(),
        values: z.record(z.string(), z.array(interval)).nullish(),
        combined: z.array(interval).nullish().describe('All dates together'),
      }),
    )
    .nullish(),
  seriesMeta: z.array(z.unknown()).nullish(),
});

/** https://amplitude.com/docs/apis/analytics/dashboard-rest#retention-analysis */
export const analyzeRetention = defineAction({
  key: 'analyze_retention',
  effect: 'READ',
  description: {
    en: 'Tells how many users came back after a first event. In each list, index 0 is all users, index 1 day 0, index 2 day 1. Costs days × conditions × 8 of a budget of 1,000 per 5 minutes.',
    fr: 'Dit combien d’utilisateurs sont revenus après un premier événement. Dans chaque liste, l’indice 0 compte tous les utilisateurs, l’indice 1 le jour 0, l’indice 2 le jour 1. Coûte jours × conditions × 8 sur un budget de 1 000 par 5 minutes.',
  },
  input: z
    .object({
      startEvent: eventInput.describe('type _new for new users, _active for all'),
      returnEvent: eventInput.describe('type _all or _active for any event'),
      ...chartInput,
      mode: z.enum(['n-day', 'rolling', 'bracket']).default('n-day').describe('rolling: on that day or later'),
      brackets: z
        .array(z.tuple([z.int().min(0), z.int().min(1)]))
        .min(1)
        .optional()
        .describe('With bracket: [[0, 5]] is day 0 to day 4'),
      interval: z.enum(['daily', 'weekly', 'monthly']).default('daily'),
      groupBy: groupProperty.optional(),
    })
    .refine(({ mode, brackets }) => (mode === 'bracket') === (brackets !== undefined), {
      path: ['brackets'],
      message: 'Give it with the mode bracket, and only then. | À donner avec le mode bracket, et seulement alors.',
    }),
  output: retention,
  async run(client, input) {
    const { data } = await client.get('/api/2/retention', {
      query: {
        se: eventJson(input.startEvent),
        re: eventJson(input.returnEvent),
        ...chartQuery(input),
        rm: input.mode === 'n-day' ? undefined : input.mode,
        rb: input.brackets && JSON.stringify(input.brackets),
        g: input.groupBy,
      },
      reply: z.object({ data: retention }),
    });
    return data;
  },
});
