import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { openDealsIn, openDealsSchema, periodSchema, periodsIn, summaryReply, timelineReply } from '../deal-totals.js';

export const getForecast = defineAction({
  key: 'get_forecast',
  effect: 'READ',
  description: {
    en: 'Forecasts by period: open, weighted and won values by expected close date, and the totals of all open deals. Computed from the deals; the Forecast view of the app itself has no API. Open deals without an expected close date are in no period.',
    fr: 'Prévisions par période : valeurs ouvertes, pondérées et gagnées selon la date de clôture prévue, et totaux de toutes les affaires ouvertes. Calculé à partir des affaires ; la vue Prévisions de l’application n’a pas d’API. Une affaire ouverte sans date de clôture prévue n’est dans aucune période.',
  },
  input: z.object({
    startDate: z.iso.date().optional().describe('When the first period begins; default the first of this month (UTC)'),
    interval: z.enum(['day', 'week', 'month', 'quarter']).default('month'),
    periods: z.int().min(1).max(24).default(3),
    fieldKey: z
      .string()
      .regex(/^[a-z0-9_]{1,64}$/)
      .default('expected_close_date')
      .describe('The date field that puts a deal into a period: expected_close_date, won_time or a custom one'),
    pipelineId: z.int().positive().optional(),
    userId: z.int().positive().optional().describe('Of the owner; not taken together with filterId'),
    filterId: z.int().positive().optional(),
  }),
  output: z.object({ periods: z.array(periodSchema), openDeals: openDealsSchema }),
  async run(client, { startDate, interval, periods, fieldKey, pipelineId, userId, filterId }) {
    const scope = { pipeline_id: pipelineId, user_id: userId, filter_id: filterId };
    const start = startDate ?? `${client.now().toISOString().slice(0, 7)}-01`;
    const timeline = await client.get('/deals/timeline', {
      base: 'v1',
      query: { start_date: start, interval, amount: periods, field_key: fieldKey, exclude_deals: 1, ...scope },
      reply: timelineReply,
    });
    const summary = await client.get('/deals/summary', {
      base: 'v1',
      query: { status: 'open', ...scope },
      reply: summaryReply,
    });
    return { periods: periodsIn(timeline), openDeals: openDealsIn(summary) };
  },
});
