import { z } from 'zod';

/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/comments */
export const commentFields = 'id,text,username,timestamp,like_count,hidden,replies{id,text,username,timestamp}';

const replySchema = z.object({
  id: z.string(),
  text: z.string().nullish(),
  username: z.string().nullish(),
  timestamp: z.string().nullish(),
});

export const commentSchema = replySchema.extend({
  like_count: z.int().nullish(),
  hidden: z.boolean().nullish(),
  replies: z
    .object({ data: z.array(replySchema) })
    .transform(({ data }) => data)
    .nullish(),
});

export const commentOutput = replySchema.extend({
  like_count: z.int().nullish(),
  hidden: z.boolean().nullish(),
  replies: z.array(replySchema).nullish(),
});

export const commentIdInput = z
  .string()
  .regex(/^\d{5,40}$/)
  .describe('Id of the comment, from list_comments');
