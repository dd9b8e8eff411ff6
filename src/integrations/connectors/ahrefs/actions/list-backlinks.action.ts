import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { columnsOf, report, unitsUsed, where } from '../report.js';
import { limitInput, modeInput, targetInput } from '../report-input.js';

const backlinkSchema = z.object({
  url_from: z.string(),
  url_to: z.string(),
  title: z.string().nullish(),
  anchor: z.string().nullish(),
  domain_rating_source: z.number().nullish(),
  is_dofollow: z.boolean().nullish(),
  is_spam: z.boolean().nullish(),
  link_type: z.string().nullish(),
  first_seen_link: z.string().nullish(),
  last_seen: z.string().nullish().describe('When the link was found to be gone'),
});
const trafficSchema = z.object({
  traffic: z.number().nullish().describe('Estimated visits a month of the linking page'),
});
const backlinksReply = z.object({ backlinks: z.array(backlinkSchema.extend(trafficSchema.shape)).nullish() });

export const listBacklinks = defineAction({
  key: 'list_backlinks',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Links from other sites to a site or page, those of the strongest domains first. About 10 API units a row, 20 with traffic, at least 50.',
    fr: 'Liens d’autres sites vers un site ou une page, ceux des domaines les plus forts d’abord. Environ 10 unités d’API par ligne, 20 avec le trafic, au moins 50.',
  },
  input: z.object({
    target: targetInput,
    mode: modeInput,
    grouping: z.enum(['similar_links', '1_per_domain', 'all']).default('1_per_domain'),
    history: z
      .string()
      .regex(/^(live|all_time|since:\d{4}-\d{2}-\d{2})$/)
      .default('live')
      .describe('live: no lost links; since:YYYY-MM-DD or all_time: lost ones too'),
    dofollowOnly: z.boolean().default(false),
    minDomainRating: z.number().min(0).max(100).optional(),
    anchorContains: z.string().min(1).max(200).optional(),
    withTraffic: z.boolean().default(false),
    limit: limitInput,
  }),
  output: z.object({ items: z.array(backlinkSchema.extend(trafficSchema.shape)), unitsUsed }),
  async run(client, { grouping, dofollowOnly, minDomainRating, anchorContains, withTraffic, ...query }) {
    const { body, unitsUsed: units } = await report(client, '/site-explorer/all-backlinks', {
      query: {
        ...query,
        aggregation: grouping,
        select: withTraffic ? columnsOf(backlinkSchema, trafficSchema) : columnsOf(backlinkSchema),
        where: where(
          ['is_dofollow', 'eq', dofollowOnly || undefined],
          ['domain_rating_source', 'gte', minDomainRating],
          ['anchor', 'substring', anchorContains],
        ),
        order_by: 'domain_rating_source:desc',
      },
      reply: backlinksReply,
    });
    return { items: body.backlinks ?? [], unitsUsed: units };
  },
});
