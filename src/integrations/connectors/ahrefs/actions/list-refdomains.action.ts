import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { columnsOf, report, unitsUsed, where } from '../report.js';
import { limitInput, modeInput, targetInput } from '../report-input.js';

const domainSchema = z.object({
  domain: z.string(),
  domain_rating: z.number().nullish(),
  links_to_target: z.number().nullish(),
  dofollow_links: z.number().nullish(),
  is_spam: z.boolean().nullish(),
  first_seen: z.string().nullish(),
  last_seen: z.string().nullish().describe('When its last link was found to be gone'),
});
const domainsReply = z.object({ refdomains: z.array(domainSchema).nullish() });

export const listRefdomains = defineAction({
  key: 'list_refdomains',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Domains that link to a site, the strongest first. About 7 API units a row, at least 50.',
    fr: 'Domaines qui font un lien vers un site, les plus forts d’abord. Environ 7 unités d’API par ligne, au moins 50.',
  },
  input: z.object({
    target: targetInput,
    mode: modeInput,
    history: z
      .string()
      .regex(/^(live|all_time|since:\d{4}-\d{2}-\d{2})$/)
      .default('live')
      .describe('live: no lost domains; since:YYYY-MM-DD or all_time: lost ones too'),
    minDomainRating: z.number().min(0).max(100).optional(),
    limit: limitInput,
  }),
  output: z.object({ items: z.array(domainSchema), unitsUsed }),
  async run(client, { minDomainRating, ...query }) {
    const { body, unitsUsed: units } = await report(client, '/site-explorer/refdomains', {
      query: {
        ...query,
        select: columnsOf(domainSchema),
        where: where(['domain_rating', 'gte', minDomainRating]),
        order_by: 'domain_rating:desc',
      },
      reply: domainsReply,
    });
    return { items: body.refdomains ?? [], unitsUsed: units };
  },
});
