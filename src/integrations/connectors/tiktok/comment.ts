import { z } from 'zod';

const comment = z.object({
  comment_id: z.string(),
  text: z.string().nullish(),
  username: z.string().nullish(),
  display_name: z.string().nullish(),
  create_time: z.union([z.string(), z.int()]).nullish().describe('Unix seconds'),
  likes: z.int().nullish(),
  replies: z.int().nullish(),
  owner: z.boolean().nullish().describe('Whether the account itself wrote it'),
  pinned: z.boolean().nullish(),
  status: z.string().nullish().describe('PUBLIC or HIDDEN'),
  parent_comment_id: z.string().nullish(),
});

/** https://ads.tiktok.com/marketing_api/docs?id=1733329505077250 */
export const commentSchema = comment.extend({ reply_list: z.array(comment).nullish() });

export const commentIdInput = z
  .string()
  .regex(/^\d{10,25}$/)
  .describe('comment_id of list_comments');

/** Characters, not bytes. */
export const commentText = z.string().min(1).max(150);

export const writtenReply = z.object({ comment_id: z.string() });
export const doneOutput = z.object({ done: z.literal(true) });
