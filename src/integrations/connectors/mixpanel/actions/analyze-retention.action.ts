import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dateRange, expression, projectQuery } from '../mixpanel-project.js';

const cohort = z.object({ first: z.number().nullish(), counts: z.array(z.number()) });
// Split by a property, a date holds one cohort for each of its values.
const cohorts = z.record(z.string(), z.union([cohort, z.record(z.string(), z.unknown())]));

/** https://docs.mixpanel.com/reference/retention-query */
export const analyzeRetention = defineAction({
  key: 'analyze_retention',
  effect: 'READ',
  description: {
    en: 'Tells how many users came back, by the date of their first event (birth) or of any event (compounded). counts[0] is the interval of the start itself. One of 60 queries an hour.',
    fr: 'Dit combien d’utilisateurs sont revenus, selon la date de leur premier événement (birth) ou de tout événement (compounded). counts[0] est l’intervalle de départ lui-même. Compte pour une des 60 requêtes par heure.',
  },
  input: z
    .object({
      ...dateRange,
      retentionType: z.enum(['birth', 'compounded']).default('birth'),
      bornEvent: z.string().min(1).optional().describe('What makes a user part of a cohort; needed for birth'),
      event: z.string().min(1).optional().describe('What counts as coming back; any event without it'),
      bornWhere: expression('Filter on bornEvent').optional(),
      where: expression('Filter on the return').optional(),
      unit: z.enum(['day', 'week', 'month']).default('day'),
      interval: z.int().min(1).max(90).optional().describe('Units per bucket; default 1'),
      intervalCount: z.int().min(1).max(90).default(10).describe('How many buckets'),
      on: expression('Property to split by').optional(),
      limit: z.int().min(1).max(1_000).optional().describe('Top values of the property; nothing without "on"'),
      unbounded: z.boolean().optional().describe('True: day N counts those who came back on day N or later'),
    })
    .refine(({ retentionType, bornEvent }) => retentionType !== 'birth' || bornEvent !== undefined, {
      path: ['bornEvent'],
      message: 'Needed for birth retention. | Nécessaire pour la rétention de type birth.',
    }),
  output: z.object({ cohorts }),
  async run(client, input) {
    const query = {
      ...projectQuery(client.settings),
      from_date: input.fromDate,
      to_date: input.toDate,
      retention_type: input.retentionType,
      born_event: input.bornEvent,
      event: input.event,
      born_where: input.bornWhere,
      where: input.where,
      unit: input.unit,
      interval: input.interval,
      interval_count: input.intervalCount,
      on: input.on,
      limit: input.limit,
      unbounded_retention: input.unbounded,
    };
    return { cohorts: await client.get('/query/retention', { query, reply: cohorts }) };
  },
});
