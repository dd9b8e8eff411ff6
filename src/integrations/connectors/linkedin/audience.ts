import { z } from 'zod';
import { timeRangeReply } from './time-range.js';

const name = z.string().nullish();
const segmentsReply = z
  .array(
    z.object({
      function: name,
      seniority: name,
      industry: name,
      geo: name,
      staffCountRange: name,
      followerCounts: z.object({ organicFollowerCount: z.number().nullish() }).nullish(),
    }),
  )
  .nullish();

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/follower-statistics */
const statisticsReply = z.object({
  timeRange: timeRangeReply,
  followerGains: z
    .object({ organicFollowerGain: z.number().nullish(), paidFollowerGain: z.number().nullish() })
    .nullish(),
  followerCountsByFunction: segmentsReply,
  followerCountsBySeniority: segmentsReply,
  followerCountsByIndustry: segmentsReply,
  followerCountsByGeoCountry: segmentsReply,
  followerCountsByStaffCountRange: segmentsReply,
});
export const followerStatistics = z.object({ elements: z.array(statisticsReply) });

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/page-statistics */
export const pageViews = z.object({
  elements: z.array(
    z.object({
      timeRange: timeRangeReply,
      totalPageStatistics: z
        .object({
          views: z
            .object({
              allPageViews: z
                .object({ pageViews: z.number().nullish(), uniquePageViews: z.number().nullish() })
                .nullish(),
            })
            .nullish(),
        })
        .nullish(),
    }),
  ),
});

export const segmentSchema = z.object({
  by: z.enum(['function', 'seniority', 'industry', 'country', 'company_size']),
  segment: z.string().describe('LinkedIn’s URN of it, such as urn:li:seniority:4, or SIZE_2_TO_10'),
  followers: z.number(),
});
type Segment = z.input<typeof segmentSchema>;

const largest = 10;

/** The largest segments of each kind. Organic and paid followers stand together in the organic count. */
export function followerSegments(statistics: z.output<typeof statisticsReply>): Segment[] {
  const kinds = [
    ['function', 'function', statistics.followerCountsByFunction],
    ['seniority', 'seniority', statistics.followerCountsBySeniority],
    ['industry', 'industry', statistics.followerCountsByIndustry],
    ['country', 'geo', statistics.followerCountsByGeoCountry],
    ['company_size', 'staffCountRange', statistics.followerCountsByStaffCountRange],
  ] as const;
  return kinds.flatMap(([by, key, counts]) =>
    (counts ?? [])
      .flatMap((count): Segment[] => {
        const segment = count[key];
        return segment ? [{ by, segment, followers: count.followerCounts?.organicFollowerCount ?? 0 }] : [];
      })
      .sort((one, other) => other.followers - one.followers)
      .slice(0, largest),
  );
}
