import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { idSchema } from '../post-input.js';
import { toUser, userFields, userReply, userSchema } from '../user.js';

const followersReply = z.object({
  data: z.array(userReply).nullish(),
  meta: z.object({ next_token: z.string().nullish() }).nullish(),
});

export const listFollowers = defineAction({
  key: 'list_followers',
  effect: 'DESTRUCTIVE',
  billed: true,
  description: {
    en: 'Lists followers of an account with what they write about themselves: the nearest that X has to audience insights. Spends X credits: about $0.01 a follower, $1 for a page of 100 ($0.001 a follower for the app owner’s own). Take one small sample.',
    fr: 'Liste des abonnés d’un compte avec ce qu’ils écrivent d’eux-mêmes : ce que X offre de plus proche d’une étude d’audience. Dépense des crédits X : environ 0,01 $ par abonné, 1 $ pour une page de 100 (0,001 $ par abonné du propriétaire de l’application). Prenez un seul petit échantillon.',
  },
  input: z.object({
    userId: idSchema.describe('account.id of get_audience_overview'),
    limit: z.int().min(1).max(100).default(20).describe('Followers a page; each one is billed'),
    cursor: z.string().min(16).optional().describe('nextCursor of the page before'),
  }),
  output: z.object({ items: z.array(userSchema), nextCursor: z.string().nullable() }),
  async run(client, { userId, limit, cursor }) {
    const { data, meta } = await client.get(route`/2/users/${userId}/followers`, {
      query: { max_results: limit, pagination_token: cursor, 'user.fields': userFields },
      reply: followersReply,
    });
    return { items: (data ?? []).map(toUser), nextCursor: meta?.next_token ?? null };
  },
});
