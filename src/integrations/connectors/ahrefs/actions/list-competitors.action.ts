import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { columnsOf, report, today, unitsUsed } from '../report.js';
import { limitInput, ownCountryInput, siteInput } from '../report-input.js';

const competitorSchema = z.object({
  competitor_domain: z.string().nullish(),
  domain_rating: z.number().nullish(),
  keywords_common: z.number().nullish(),
  keywords_competitor: z.number().nullish().describe('That only the competitor ranks for'),
  keywords_target: z.number().nullish().describe('That only the target ranks for'),
  share: z.number().nullish().describe('Common keywords, in % of all'),
  traffic: z.number().nullish().describe('Estimated visits a month'),
});
const competitorsReply = z.object({ competitors: z.array(competitorSchema).nullish() });

export const listCompetitors = defineAction({
  key: 'list_competitors',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Domains that rank for the same keywords in one country, those with the most in common first. About 16 API units a row, at least 50.',
    fr: 'Domaines positionnés sur les mêmes mots-clés dans un pays, ceux qui en partagent le plus d’abord. Environ 16 unités d’API par ligne, au moins 50.',
  },
  input: siteInput.extend({
    country: ownCountryInput,
    limit: limitInput,
  }),
  output: z.object({ items: z.array(competitorSchema), unitsUsed }),
  async run(client, { date = today(client), country = client.settings.text('defaultCountry'), ...query }) {
    const { body, unitsUsed: units } = await report(client, '/site-explorer/organic-competitors', {
      query: { ...query, date, country, select: columnsOf(competitorSchema), order_by: 'keywords_common:desc' },
      reply: competitorsReply,
    });
    return { items: body.competitors ?? [], unitsUsed: units };
  },
});
