import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { report, today, unitsOf, unitsUsed } from '../report.js';
import { countryInput, siteInput } from '../report-input.js';

const trafficSchema = z.object({
  org_keywords: z.number().nullish(),
  org_keywords_1_3: z.number().nullish(),
  org_traffic: z.number().nullish().describe('Estimated visits a month'),
  org_cost: z.number().nullish().describe('US cents'),
  paid_keywords: z.number().nullish(),
  paid_traffic: z.number().nullish(),
  paid_cost: z.number().nullish().describe('US cents'),
  paid_pages: z.number().nullish(),
});
const linksSchema = z.object({
  live: z.number().nullish(),
  all_time: z.number().nullish(),
  live_refdomains: z.number().nullish(),
  all_time_refdomains: z.number().nullish(),
});
const trafficReply = z.object({ metrics: trafficSchema });
const linksReply = z.object({ metrics: linksSchema });

export const getDomainOverview = defineAction({
  key: 'get_domain_overview',
  effect: 'READ',
  billed: true,
  description: {
    en: 'A site at a glance: keywords, estimated search traffic and its value, backlinks and referring domains. Ahrefs’ estimates, not the site’s own figures. About 100 API units.',
    fr: 'Un site en un coup d’œil : mots-clés, trafic de recherche estimé et sa valeur, backlinks et domaines référents. Ce sont des estimations d’Ahrefs, pas les chiffres du site. Environ 100 unités d’API.',
  },
  input: siteInput.extend({
    country: countryInput,
  }),
  output: z.object({ traffic: trafficSchema, links: linksSchema, unitsUsed }),
  async run(client, { target, mode, date = today(client), country }) {
    const query = { target, mode, date };
    const traffic = await report(client, '/site-explorer/metrics', {
      query: { ...query, country },
      reply: trafficReply,
    });
    const links = await report(client, '/site-explorer/backlinks-stats', { query, reply: linksReply });
    return {
      traffic: traffic.body.metrics,
      links: links.body.metrics,
      unitsUsed: unitsOf(traffic, links),
    };
  },
});
