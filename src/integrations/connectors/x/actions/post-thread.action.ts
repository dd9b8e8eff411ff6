import { z } from 'zod';
import { HttpFailure } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { fits, longPostsSchema, mediaIdsSchema, textSchema, tooLong } from '../post-input.js';
import { publish } from '../publish.js';

const input = z
  .object({
    posts: z
      .array(z.object({ text: textSchema.min(1), mediaIds: mediaIdsSchema }))
      .min(2)
      .max(25),
    longPosts: longPostsSchema,
  })
  .refine(({ posts, longPosts }) => posts.every(({ text }) => fits(text, longPosts)), {
    path: ['posts'],
    message: tooLong,
  });

const output = z.object({
  ids: z.array(z.string()).describe('Of the posts that are out, in order'),
  stoppedAt: z.int().nullable().describe('Index of the first post that is not out; null when all are'),
  failure: z.object({ kind: z.string(), message: z.string().nullable(), mayBeOut: z.boolean() }).nullable(),
});

export const postThread = defineAction({
  key: 'post_thread',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes a thread: each post answers the one before. Costs about $0.015 a post, $0.20 with a link. X restricts replies by API since February 2026 and may refuse the second post; then it stops, and says which posts are out. Never start over: delete those, or go on with single numbered posts.',
    fr: 'Publie un fil : chaque post répond au précédent. Coûte environ 0,015 $ par post, 0,20 $ avec un lien. X restreint les réponses par API depuis février 2026 et peut refuser le deuxième post ; l’action s’arrête alors et dit lesquels sont publiés. Ne recommencez jamais : supprimez-les, ou continuez par des posts numérotés.',
  },
  input,
  output,
  async run(client, { posts }) {
    const ids: string[] = [];
    for (const part of posts) {
      try {
        const before = ids.at(-1);
        const others = { reply: before && { in_reply_to_tweet_id: before } };
        const { id } = await publish(client, { ...part, others });
        ids.push(id);
      } catch (error) {
        // Nothing is out yet, or it is a fault of ours.
        if (ids.length === 0 || !(error instanceof HttpFailure)) throw error;
        return { ids, stoppedAt: ids.length, failure: failureOf(error) };
      }
    }
    return { ids, stoppedAt: null, failure: null };
  },
});

function failureOf(error: HttpFailure): z.input<typeof output>['failure'] {
  const { kind, outcomeUnknown: mayBeOut } = error;
  return { kind, message: error.platformSaid().message ?? null, mayBeOut };
}
