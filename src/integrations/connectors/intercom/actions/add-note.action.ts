import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { changedSchema } from '../conversation.js';
import { authorId } from '../self.js';

export const addNote = defineAction({
  key: 'add_note',
  effect: 'WRITE',
  description: {
    en: 'Adds an internal note to a conversation, for teammates only. To write to the customer use reply_to_conversation.',
    fr: 'Ajoute à une conversation une note interne, pour l’équipe seulement. Pour écrire au client, utilisez reply_to_conversation.',
  },
  input: z.object({
    conversationId: z.string().regex(/^\d{1,20}$/),
    body: z.string().min(1).describe('Text or simple HTML'),
  }),
  output: changedSchema,
  async run(client, { conversationId, body }) {
    return client.post(route`/conversations/${conversationId}/reply`, {
      json: { message_type: 'note', type: 'admin', admin_id: await authorId(client), body },
      reply: changedSchema,
    });
  },
});
