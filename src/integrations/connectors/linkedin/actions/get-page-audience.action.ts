import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { followerSegments, followerStatistics, pageViews, segmentSchema } from '../audience.js';
import { organizationIdOf, organizationIdSchema, organizationUrn } from '../organization.js';
import { restliFind, restliKey } from '../restli.js';
import { daysOf, timeInput, timeIntervals } from '../time-range.js';

const sizeReply = z.object({ firstDegreeSize: z.number().nullish() });
const days = { from: z.string().nullable(), to: z.string().nullable() };

export const getPageAudience = defineAction({
  key: 'get_page_audience',
  effect: 'READ',
  description: {
    en: 'Reads who follows a page and how often it is viewed: followers, their functions, seniority, industries, countries and company sizes (the ten largest of each; only without since), followers gained, page views. Pages that the member administers only; small segments are left out; about 2 days late.',
    fr: 'Lit qui suit une page et combien de fois elle est vue : abonnés, leurs fonctions, niveaux, secteurs, pays et tailles d’entreprise (les dix premiers de chaque ; seulement sans since), abonnés gagnés, vues de la page. Seulement les pages administrées par le membre ; les petits segments sont omis ; environ 2 jours de retard.',
  },
  input: z.object({ organizationId: organizationIdSchema, ...timeInput }),
  output: z.object({
    followers: z.number().nullable(),
    segments: z.array(segmentSchema),
    gains: z.array(z.object({ ...days, organic: z.number(), paid: z.number() })).describe('Only with since'),
    views: z.array(z.object({ ...days, views: z.number(), uniqueVisitors: z.number().nullable() })),
  }),
  async run(client, { organizationId, ...period }) {
    const page = organizationUrn(organizationIdOf(client, organizationId));
    const { firstDegreeSize } = await client.get(`/networkSizes/${restliKey(page)}`, {
      query: { edgeType: 'COMPANY_FOLLOWED_BY_MEMBER' },
      reply: sizeReply,
    });
    const intervals = timeIntervals(period, client.now());
    const followers = await restliFind(client, '/organizationalEntityFollowerStatistics', {
      method: 'FINDER',
      query: { q: 'organizationalEntity', organizationalEntity: page, timeIntervals: intervals },
      reply: followerStatistics,
    });
    const visitors = await restliFind(client, '/organizationPageStatistics', {
      method: 'FINDER',
      query: { q: 'organization', organization: page, timeIntervals: intervals },
      reply: pageViews,
    });
    return {
      followers: firstDegreeSize ?? null,
      segments: followers.elements.flatMap(followerSegments),
      gains: followers.elements.flatMap(({ timeRange, followerGains: gains }) =>
        gains
          ? [{ ...daysOf(timeRange), organic: gains.organicFollowerGain ?? 0, paid: gains.paidFollowerGain ?? 0 }]
          : [],
      ),
      views: visitors.elements.map(({ timeRange, totalPageStatistics: total }) => ({
        ...daysOf(timeRange),
        views: total?.views?.allPageViews?.pageViews ?? 0,
        uniqueVisitors: total?.views?.allPageViews?.uniquePageViews ?? null,
      })),
    };
  },
});
