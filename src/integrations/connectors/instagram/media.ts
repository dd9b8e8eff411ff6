import { z } from 'zod';

/** Both ways in know these: https://developers.facebook.com/docs/instagram-platform/reference/instagram-media */
export const mediaFields = 'id,caption,media_type,media_product_type,permalink,timestamp,like_count,comments_count';

export const mediaSchema = z.object({
  id: z.string(),
  caption: z.string().nullish(),
  media_type: z.string().nullish().describe('IMAGE, VIDEO or CAROUSEL_ALBUM'),
  media_product_type: z.string().nullish().describe('FEED, REELS, STORY or AD'),
  permalink: z.string().nullish(),
  timestamp: z.string().nullish(),
  like_count: z.int().nullish().describe('Absent where the owner hides likes'),
  comments_count: z.int().nullish(),
});

export const mediaIdInput = z
  .string()
  .regex(/^\d{5,40}$/)
  .describe('Id of the post, from list_media or list_stories');
