import { z } from 'zod';

export const videoIdInput = z
  .string()
  .regex(/^\d{10,25}$/)
  .describe('item_id of list_videos_performance');

const count = z.int().nullish();
const share = z.number().nullish().describe('0 to 1');

/** https://ads.tiktok.com/marketing_api/docs?id=1733327057319937 */
export const videoSchema = z.object({
  item_id: z.string(),
  caption: z.string().nullish(),
  create_time: z.union([z.string(), z.int()]).nullish().describe('Unix seconds'),
  share_url: z.string().nullish(),
  thumbnail_url: z.string().nullish(),
  video_duration: z.number().nullish().describe('Seconds'),
  video_views: count,
  reach: count,
  likes: count,
  comments: count,
  shares: count,
  favorites: count,
  new_followers: count,
  profile_views: count,
  full_video_watched_rate: share,
  average_time_watched: z.number().nullish().describe('Seconds'),
  total_time_watched: z.number().nullish().describe('Seconds'),
  impression_sources: z.array(z.object({ impression_source: z.string().nullish(), percentage: share })).nullish(),
  audience_countries: z.array(z.object({ country: z.string().nullish(), percentage: share })).nullish(),
  video_view_retention: z
    .array(z.object({ second: z.union([z.string(), z.number()]).nullish(), percentage: share }))
    .nullish(),
});
