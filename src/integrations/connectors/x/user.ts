import { z } from 'zod';

const count = z.number().nullish();

/** What is asked of an account, and of its figures. */
export const userFields = 'created_at,description,location,public_metrics,verified';

/** https://docs.x.com/x-api/fundamentals/data-dictionary#user; `tweet_count` is the name of old for `post_count`. */
export const userReply = z.object({
  id: z.string(),
  username: z.string().nullish(),
  name: z.string().nullish(),
  created_at: z.string().nullish(),
  description: z.string().nullish(),
  location: z.string().nullish(),
  verified: z.boolean().nullish(),
  public_metrics: z
    .object({
      followers_count: count,
      following_count: count,
      listed_count: count,
      post_count: count,
      tweet_count: count,
    })
    .nullish(),
});

export const userSchema = userReply.omit({ public_metrics: true }).extend({
  followers: z.number().nullable(),
  following: z.number().nullable(),
  lists: z.number().nullable(),
  posts: z.number().nullable(),
});

export function toUser({ public_metrics: metrics, ...user }: z.output<typeof userReply>): z.input<typeof userSchema> {
  return {
    ...user,
    followers: metrics?.followers_count ?? null,
    following: metrics?.following_count ?? null,
    lists: metrics?.listed_count ?? null,
    posts: metrics?.post_count ?? metrics?.tweet_count ?? null,
  };
}
