import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { report, today, unitsOf, unitsUsed } from '../report.js';
import { dayInput } from '../report-input.js';

const ratingSchema = z.object({ domain_rating: z.number().nullish(), ahrefs_rank: z.number().nullish() });
const ratingReply = z.object({ domain_rating: ratingSchema });
const pointSchema = z.object({ date: z.string(), domain_rating: z.number().nullish() });
const historyReply = z.object({ domain_ratings: z.array(pointSchema).nullish() });

export const getDomainRating = defineAction({
  key: 'get_domain_rating',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Domain Rating (0 to 100, logarithmic: how strong a domain’s backlinks are) and Ahrefs Rank (1 is the strongest), with their history if asked. At least 50 API units, 100 with history.',
    fr: 'Domain Rating (de 0 à 100, logarithmique : force des backlinks d’un domaine) et Ahrefs Rank (1 est le plus fort), avec l’historique sur demande. Au moins 50 unités d’API, 100 avec l’historique.',
  },
  input: z.object({
    domain: z
      .string()
      .regex(/^([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/i)
      .describe('Bare: example.com'),
    date: dayInput.optional().describe('Default: today'),
    historyFrom: dayInput.optional().describe('Asks for the history from this day on'),
    grouping: z.enum(['daily', 'weekly', 'monthly']).default('monthly'),
  }),
  output: ratingSchema.extend({ history: z.array(pointSchema).nullable(), unitsUsed }),
  async run(client, { domain: target, date = today(client), historyFrom, grouping }) {
    const now = await report(client, '/site-explorer/domain-rating', { query: { target, date }, reply: ratingReply });
    const query = { target, date_from: historyFrom, date_to: date, history_grouping: grouping };
    const before = historyFrom === undefined ? null : await historyOf(client, query);
    return {
      ...now.body.domain_rating,
      history: before && (before.body.domain_ratings ?? []),
      unitsUsed: unitsOf(now, before),
    };
  },
});

function historyOf(client: VendorClient, query: Record<string, string | undefined>) {
  return report(client, '/site-explorer/domain-rating-history', { query, reply: historyReply });
}
