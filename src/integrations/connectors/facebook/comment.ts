import { z } from 'zod';

/** https://developers.facebook.com/docs/graph-api/reference/comment/ */
export const commentFields = 'id,message,from{id,name},created_time,like_count,comment_count,is_hidden,permalink_url';

export const commentSchema = z.object({
  id: z.string(),
  message: z.string().nullish(),
  from: z
    .object({ id: z.string().nullish(), name: z.string().nullish() })
    .nullish()
    .describe('Absent without the right to know'),
  created_time: z.string().nullish(),
  like_count: z.int().nullish(),
  comment_count: z.int().nullish().describe('Answers to it'),
  is_hidden: z.boolean().nullish(),
  permalink_url: z.string().nullish(),
});

export const commentIdInput = z
  .string()
  .regex(/^\d{5,30}(_\d{5,30})?$/)
  .describe('Id of the comment, from list_comments');
