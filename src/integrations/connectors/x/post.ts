import { z } from 'zod';

const count = z.number().nullish();

/** What is asked of a post. */
export const postFields = 'author_id,created_at,lang,public_metrics';

/** https://docs.x.com/x-api/fundamentals/data-dictionary#post; `retweet_count` is the name of old for `repost_count`. */
export const postReply = z.object({
  id: z.string(),
  text: z.string().nullish(),
  author_id: z.string().nullish(),
  created_at: z.string().nullish(),
  lang: z.string().nullish(),
  public_metrics: z
    .object({
      impression_count: count,
      like_count: count,
      reply_count: count,
      repost_count: count,
      retweet_count: count,
      quote_count: count,
      bookmark_count: count,
    })
    .nullish(),
});

export const figuresSchema = z.object({
  impressions: z.number(),
  likes: z.number(),
  replies: z.number(),
  reposts: z.number(),
  quotes: z.number(),
  bookmarks: z.number(),
});
export type Figures = z.output<typeof figuresSchema>;

export const postSchema = postReply.omit({ public_metrics: true }).extend({ figures: figuresSchema });

/** What X left out counts as 0. */
export function figuresOf({ public_metrics: told }: z.output<typeof postReply>): Figures {
  const metrics: NonNullable<typeof told> = told ?? {};
  return {
    impressions: orNone(metrics.impression_count),
    likes: orNone(metrics.like_count),
    replies: orNone(metrics.reply_count),
    reposts: orNone(metrics.repost_count ?? metrics.retweet_count),
    quotes: orNone(metrics.quote_count),
    bookmarks: orNone(metrics.bookmark_count),
  };
}

function orNone(figure: number | null | undefined): number {
  return figure ?? 0;
}

export function toPost(reply: z.output<typeof postReply>): z.input<typeof postSchema> {
  const { public_metrics: _, ...post } = reply;
  return { ...post, figures: figuresOf(reply) };
}
