import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { countsSchema, statsQuery } from '../counts.js';

const reply = z.array(
  z.object({
    date: z.string().nullish(),
    stats: z.array(z.object({ name: z.string().nullish(), metrics: countsSchema.nullish() })).nullish(),
  }),
);

/** https://www.twilio.com/docs/sendgrid/api-reference/stats/retrieve-email-statistics-by-mailbox-provider */
export const getProviderStats = defineAction({
  key: 'get_provider_stats',
  effect: 'READ',
  description: {
    en: 'Compares mailbox providers: where mail is delivered, blocked or reported. SendGrid keeps these numbers for seven days only.',
    fr: 'Compare les messageries : où les e-mails sont remis, bloqués ou signalés. SendGrid ne garde ces chiffres que sept jours.',
  },
  input: z.object({
    ...statsQuery,
    providers: z.array(z.string().min(1)).min(1).max(10).optional().describe('Gmail, Yahoo, …; all without it'),
  }),
  output: z.object({
    items: z.array(z.object({ date: z.string().nullable(), provider: z.string().nullable(), metrics: countsSchema })),
  }),
  async run(client, { startDate, endDate, aggregatedBy, providers }) {
    const days = await client.get('/mailbox_providers/stats', {
      query: {
        start_date: startDate,
        end_date: endDate,
        aggregated_by: aggregatedBy,
        mailbox_providers: providers,
        limit: 500,
      },
      reply,
    });
    const items = days.flatMap(({ date, stats }) =>
      (stats ?? []).map(({ name, metrics }) => ({
        date: date ?? null,
        provider: name ?? null,
        metrics: metrics ?? {},
      })),
    );
    return { items };
  },
});
