import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { organizationIdOf, organizationIdSchema, organizationUrn } from '../organization.js';
import { restliFind, type RestliQuery } from '../restli.js';
import { daysOf, timeInput, timeIntervals, timeRangeReply } from '../time-range.js';
import { postUrnSchema } from '../urn.js';

const figure = z.number().nullish();
const figuresReply = z.object({
  impressionCount: figure,
  uniqueImpressionsCount: figure,
  clickCount: figure,
  likeCount: figure,
  commentCount: figure,
  shareCount: figure,
  engagement: figure,
});
const statsReply = z.object({
  elements: z.array(
    z.object({
      share: z.string().nullish(),
      ugcPost: z.string().nullish(),
      timeRange: timeRangeReply,
      totalShareStatistics: figuresReply.nullish(),
    }),
  ),
});

const itemSchema = figuresReply.extend({
  post: z.string().nullable().describe('Null for all posts of the page together'),
  from: z.string().nullable(),
  to: z.string().nullable(),
  engagement: figure.describe('Clicks, reactions, comments and reshares for each impression'),
});

export const getEngagementStats = defineAction({
  key: 'get_engagement_stats',
  effect: 'READ',
  description: {
    en: 'Reads impressions, clicks, reactions, comments, reshares and engagement: of all posts of a page by day, by month or for its lifetime, or the lifetime figures of single posts. Organic only, pages only, 12 months back, about 2 days late.',
    fr: 'Lit impressions, clics, réactions, commentaires, partages et engagement : de tous les posts d’une page par jour, par mois ou depuis toujours, ou les chiffres cumulés de posts précis. Organique seulement, pages seulement, sur 12 mois, avec environ 2 jours de retard.',
  },
  input: z
    .object({
      organizationId: organizationIdSchema,
      postUrns: z.array(postUrnSchema).min(1).max(50).optional().describe('Lifetime figures of these posts'),
      ...timeInput,
    })
    .refine(({ postUrns, since }) => !postUrns || since === undefined, {
      path: ['since'],
      message:
        'LinkedIn gives single posts no figures by day. | LinkedIn ne donne pas de chiffres par jour pour un post précis.',
    }),
  output: z.object({ items: z.array(itemSchema) }),
  async run(client, { organizationId, postUrns, ...period }) {
    const page = organizationUrn(organizationIdOf(client, organizationId));
    const chosen: RestliQuery[] = postUrns
      ? byKind(postUrns)
      : [{ timeIntervals: timeIntervals(period, client.now()) }];
    const items: z.input<typeof itemSchema>[] = [];
    for (const query of chosen) items.push(...(await statsOf(client, page, query)));
    return { items };
  },
});

/** Posts of old and new are asked for by different parameters. */
function byKind(urns: readonly string[]): RestliQuery[] {
  const shares = urns.filter((urn) => urn.startsWith('urn:li:share:'));
  const ugcPosts = urns.filter((urn) => urn.startsWith('urn:li:ugcPost:'));
  return [...(shares.length > 0 ? [{ shares }] : []), ...(ugcPosts.length > 0 ? [{ ugcPosts }] : [])];
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics */
async function statsOf(client: VendorClient, page: string, query: RestliQuery): Promise<z.input<typeof itemSchema>[]> {
  const { elements } = await restliFind(client, '/organizationalEntityShareStatistics', {
    method: 'FINDER',
    query: { q: 'organizationalEntity', organizationalEntity: page, ...query },
    reply: statsReply,
  });
  return elements.map(({ share, ugcPost, timeRange, totalShareStatistics }) => ({
    post: share ?? ugcPost ?? null,
    ...daysOf(timeRange),
    ...totalShareStatistics,
  }));
}
