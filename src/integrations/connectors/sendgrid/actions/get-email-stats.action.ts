import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { countsSchema, statsQuery } from '../counts.js';

const reply = z.array(
  z.object({ date: z.string(), stats: z.array(z.object({ metrics: countsSchema.nullish() })).nullish() }),
);

/** https://www.twilio.com/docs/sendgrid/api-reference/stats/retrieve-global-email-statistics */
export const getEmailStats = defineAction({
  key: 'get_email_stats',
  effect: 'READ',
  description: {
    en: 'Reads how all mail of the account fared, by day, week or month: delivered, bounced, blocked, spam reports, opens, clicks.',
    fr: 'Lit le devenir de tous les e-mails du compte, par jour, semaine ou mois : remis, rejetés, bloqués, signalés comme spam, ouverts, cliqués.',
  },
  input: z.object(statsQuery),
  output: z.object({ items: z.array(z.object({ date: z.string(), metrics: countsSchema })) }),
  async run(client, { startDate, endDate, aggregatedBy }) {
    const days = await client.get('/stats', {
      query: { start_date: startDate, end_date: endDate, aggregated_by: aggregatedBy },
      reply,
    });
    return { items: days.map(({ date, stats }) => ({ date, metrics: stats?.[0]?.metrics ?? {} })) };
  },
});
