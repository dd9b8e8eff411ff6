import { z } from 'zod';
import { noReply } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { authorInput, authorOf } from '../author.js';
import { restliKey } from '../restli.js';
import { commentUrnSchema, postUrnSchema } from '../urn.js';

export const replyToComment = defineAction({
  key: 'reply_to_comment',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes a comment under a post, or an answer to a comment there, at once. As a page: only under posts that the page may comment on, with w_organization_social_feed.',
    fr: 'Publie tout de suite un commentaire sous un post, ou une réponse à un commentaire. Au nom d’une page : seulement sous les posts qu’elle peut commenter, avec w_organization_social_feed.',
  },
  input: z.object({
    ...authorInput,
    postUrn: postUrnSchema,
    commentUrn: commentUrnSchema.optional().describe('The comment that is answered; without it the post itself'),
    text: z.string().min(1).max(1250),
  }),
  output: z.object({ id: z.string().min(1) }),
  async run(client, { postUrn, commentUrn, text, ...who }) {
    const actor = await authorOf(client, who);
    const { headers } = await client.call('POST', `/socialActions/${restliKey(commentUrn ?? postUrn)}/comments`, {
      json: { actor, object: postUrn, message: { text }, parentComment: commentUrn },
      reply: noReply,
    });
    return { id: headers['x-restli-id'] ?? '' };
  },
});
