import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { changedSchema } from '../conversation.js';
import { authorId } from '../self.js';

export const replyToConversation = defineAction({
  key: 'reply_to_conversation',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Answers the customer of a conversation, in the channel that it came from. Written in the name of a bot, a reply to an e-mail is stored but not sent. There is no idempotency key: read the conversation before trying again.',
    fr: 'Répond au client d’une conversation, dans le canal d’origine. Écrite au nom d’un robot, une réponse à un e-mail est enregistrée mais pas envoyée. Il n’y a pas de clé d’idempotence : lisez la conversation avant de réessayer.',
  },
  input: z.object({
    conversationId: z.string().regex(/^\d{1,20}$/),
    body: z.string().min(1).describe('Text or simple HTML'),
    imageUrls: z.array(z.url()).max(10).optional(),
    notify: z.boolean().default(true).describe('Whether the customer is notified besides'),
  }),
  output: changedSchema,
  async run(client, { conversationId, body, imageUrls, notify }) {
    return client.post(route`/conversations/${conversationId}/reply`, {
      json: {
        message_type: 'comment',
        type: 'admin',
        admin_id: await authorId(client),
        body,
        attachment_urls: imageUrls,
        skip_notifications: !notify,
      },
      reply: changedSchema,
    });
  },
});
