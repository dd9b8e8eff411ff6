import { createHash } from 'node:crypto';
import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { changedSchema } from '../conversation.js';
import { authorId } from '../self.js';

export const sendQuickReplies = defineAction({
  key: 'send_quick_replies',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Shows the customer of a Messenger conversation buttons to choose an answer from. What they choose comes back as their message.',
    fr: 'Affiche au client d’une conversation Messenger des boutons pour choisir une réponse. Son choix revient comme son message.',
  },
  input: z.object({
    conversationId: z.string().regex(/^\d{1,20}$/),
    options: z.array(z.string().min(1).max(100)).min(2).max(10),
  }),
  output: changedSchema,
  async run(client, { conversationId, options }) {
    return client.post(route`/conversations/${conversationId}/reply`, {
      json: {
        message_type: 'quick_reply',
        type: 'admin',
        admin_id: await authorId(client),
        reply_options: options.map((text) => ({ text, uuid: uuidOf(`${conversationId}\n${text}`) })),
      },
      reply: changedSchema,
    });
  },
});

/** The same option has the same id: a name-based UUID (RFC 9562, version 8). */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
