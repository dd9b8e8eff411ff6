import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { conversationSchema, partSchema } from '../conversation.js';

const wholeConversation = conversationSchema.extend({
  conversation_parts: z.object({ conversation_parts: z.array(partSchema), total_count: z.int().nullish() }).nullish(),
});

export const getConversation = defineAction({
  key: 'get_conversation',
  effect: 'READ',
  description: {
    en: 'Reads one conversation with its messages, notes and events as plain text, the 500 latest at most.',
    fr: 'Lit une conversation avec ses messages, notes et événements en texte brut, les 500 plus récents au plus.',
  },
  input: z.object({ conversationId: z.string().regex(/^\d{1,20}$/) }),
  output: wholeConversation,
  run: (client, { conversationId }) =>
    client.get(route`/conversations/${conversationId}`, {
      query: { display_as: 'plaintext' },
      reply: wholeConversation,
    }),
});
