import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const userUsage = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  days_active: z.number().nullish(),
  sessions_count: z.number().nullish(),
  sessions_improved_percent: z.number().nullish(),
  prompt_count: z.number().nullish().describe('Uses of generative AI'),
});
const found = z.object({
  data: z.array(userUsage).nullish(),
  paging: z.object({ next_cursor: z.string().nullish(), has_more: z.boolean().nullish() }).nullish(),
});

export const listUserAnalytics = defineAction({
  key: 'list_user_analytics',
  effect: 'READ',
  description: {
    en: 'Lists how much each user of the organisation used Grammarly in a period within the last 365 days, up to two days ago. Personal data of colleagues: ask for it only where that is wanted.',
    fr: 'Liste l’utilisation de Grammarly par chaque membre de l’organisation sur une période des 365 derniers jours, jusqu’à avant-hier. Données personnelles de collègues : à ne demander que si c’est voulu.',
  },
  input: z
    .object({
      dateFrom: z.iso.date(),
      dateTo: z.iso.date().describe('At the latest two days ago'),
      limit: z.int().min(1).max(400).default(100),
      cursor: z.string().min(1).max(500).optional().describe('nextCursor of the page before'),
    })
    .refine(({ dateFrom, dateTo }) => dateFrom <= dateTo, {
      message: 'dateFrom has to be before dateTo. | dateFrom doit précéder dateTo.',
      path: ['dateFrom'],
    }),
  output: z.object({ items: z.array(userUsage), nextCursor: z.string().nullable() }),
  async run(client, { dateFrom, dateTo, limit, cursor }) {
    const { data, paging } = await client.get('/v2/analytics/users', {
      query: { date_from: dateFrom, date_to: dateTo, limit, cursor },
      reply: found,
    });
    return { items: data ?? [], nextCursor: (paging?.has_more && paging.next_cursor) || null };
  },
});
