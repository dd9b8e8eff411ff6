import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorInput, cursorPage } from '../../../families/meta/cursor-page.js';
import { adsInsightSchema, hasOnePeriod, insightsInput, onePeriod, reportOf } from '../ads-insight.js';

export const getAdsInsights = defineAction({
  key: 'get_ads_insights',
  effect: 'READ',
  description: {
    en: 'Reads the ad account’s numbers: spend, impressions, reach, clicks, conversions, return. Numbers come as texts, money in account_currency. Those of a day keep moving for days after it. For long periods with breakdowns, which Facebook refuses here as too much data, take run_ads_report.',
    fr: 'Lit les chiffres du compte publicitaire : dépenses, impressions, portée, clics, conversions, retour. Les nombres sont en texte, l’argent en account_currency. Ceux d’un jour bougent encore plusieurs jours. Pour de longues périodes ventilées, que Facebook refuse ici car trop lourdes, prenez run_ads_report.',
  },
  input: insightsInput.extend({ cursor: cursorInput }).refine(hasOnePeriod, onePeriod),
  output: z.object({ items: z.array(adsInsightSchema), nextCursor: z.string().nullable() }),
  run: (client, { cursor, ...input }) => {
    const { time_range: range, ...report } = reportOf(input);
    return client.get('/insights', {
      base: 'ads',
      query: { ...report, time_range: range && JSON.stringify(range), limit: input.limit, after: cursor },
      reply: cursorPage(adsInsightSchema),
    });
  },
});
