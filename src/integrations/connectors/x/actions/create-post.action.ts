import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { fits, idSchema, longPostsSchema, mediaIdsSchema, textSchema, tooLong } from '../post-input.js';
import { publish } from '../publish.js';

const input = z
  .object({
    text: textSchema.default(''),
    longPosts: longPostsSchema,
    mediaIds: mediaIdsSchema,
    poll: z
      .object({
        options: z.array(z.string().min(1).max(25)).min(2).max(4),
        durationMinutes: z.int().min(5).max(10_080),
      })
      .optional()
      .describe('Not together with media'),
    replySettings: z
      .enum(['following', 'mentionedUsers', 'subscribers', 'verified'])
      .optional()
      .describe('Who may reply; everyone where it is left out'),
    madeWithAi: z.boolean().optional().describe('Label the media as made by AI'),
    paidPartnership: z.boolean().optional().describe('Label the post as a paid partnership'),
    communityId: idSchema.optional().describe('Post into this community'),
  })
  .refine(({ text, mediaIds }) => text.trim() !== '' || mediaIds !== undefined, {
    path: ['text'],
    message: 'Give a text or media. | Donnez un texte ou un média.',
  })
  .refine(({ poll, mediaIds }) => !poll || !mediaIds, {
    path: ['poll'],
    message: 'X takes a poll or media, not both. | X accepte un sondage ou un média, pas les deux.',
  })
  .refine(({ text, longPosts }) => fits(text, longPosts), { path: ['text'], message: tooLong });

export const createPost = defineAction({
  key: 'create_post',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes one post at once and for everyone. Costs about $0.015 of the account’s X credits, $0.20 where the text holds a link. X cannot schedule, and refuses replies to others, quotes and a text that was posted shortly before.',
    fr: 'Publie un post, tout de suite et pour tous. Coûte environ 0,015 $ des crédits X du compte, 0,20 $ si le texte contient un lien. X ne sait pas programmer, et refuse les réponses à d’autres, les citations et un texte publié peu avant.',
  },
  input,
  output: z.object({ id: z.string(), text: z.string().nullish() }),
  run(client, { text, mediaIds, poll, replySettings, madeWithAi, paidPartnership, communityId }) {
    const others = {
      poll: poll && { options: poll.options, duration_minutes: poll.durationMinutes },
      reply_settings: replySettings,
      made_with_ai: madeWithAi,
      paid_partnership: paidPartnership,
      community_id: communityId,
    };
    return publish(client, { text, mediaIds, others });
  },
});
