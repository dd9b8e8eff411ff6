import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { countsSchema } from '../counts.js';
import { metadata, pageToken, tokenAfter } from '../page.js';
import { singleSendId } from '../single-send.js';

const row = z.object({
  ab_variation: z.string().nullish(),
  ab_phase: z.string().nullish().describe('test, send (the winner) or all'),
  aggregation: z.string().nullish().describe('total, or the day'),
  stats: countsSchema.nullish(),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/marketing-campaign-stats/get-single-send-stats-by-id */
export const getSingleSendStats = defineAction({
  key: 'get_single_send_stats',
  effect: 'READ',
  description: {
    en: 'Reads the results of a marketing campaign, in all or by day, and by variant for an A/B test. Opens count the privacy proxies of mail apps too.',
    fr: 'Lit les résultats d’une campagne marketing, au total ou par jour, et par variante pour un test A/B. Les ouvertures comptent aussi les relais de confidentialité des messageries.',
  },
  input: z.object({
    singleSendId,
    aggregatedBy: z.enum(['total', 'day']).default('total'),
    groupBy: z
      .array(z.enum(['ab_variation', 'ab_phase']))
      .min(1)
      .max(2)
      .optional(),
    startDate: z.iso.date().optional(),
    endDate: z.iso.date().optional(),
    limit: z.int().min(1).max(50).default(50),
    cursor: pageToken,
  }),
  output: z.object({ items: z.array(row), nextCursor: z.string().nullable() }),
  async run(client, { singleSendId: id, aggregatedBy, groupBy, startDate, endDate, limit, cursor }) {
    const { results, _metadata } = await client.get(route`/marketing/stats/singlesends/${id}`, {
      query: {
        aggregated_by: aggregatedBy,
        group_by: groupBy?.join(','),
        start_date: startDate,
        end_date: endDate,
        page_size: limit,
        page_token: cursor,
      },
      reply: z.object({ results: z.array(row).nullish(), _metadata: metadata }),
    });
    return { items: results ?? [], nextCursor: tokenAfter(_metadata) };
  },
});
