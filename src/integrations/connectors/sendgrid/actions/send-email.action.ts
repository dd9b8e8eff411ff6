import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { messageFields, messageRules, recipientsOf, sendMessage } from '../message.js';

export const sendEmail = defineAction({
  key: 'send_email',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends an e-mail at once, written here or from a dynamic template; each recipient counts against the plan. Accepted is not delivered: see list_suppressions and get_email_stats. With sandbox nothing is sent, only checked. Never repeat it blindly: SendGrid would send again.',
    fr: 'Envoie aussitôt un e-mail, rédigé ici ou à partir d’un modèle dynamique ; chaque destinataire compte dans l’offre. Accepté ne veut pas dire remis : voir list_suppressions et get_email_stats. Avec sandbox, rien n’est envoyé, seulement vérifié. Ne la répétez jamais à l’aveugle : SendGrid enverrait à nouveau.',
  },
  input: z
    .object({ ...messageFields, sandbox: z.boolean().default(false).describe('True: check only') })
    .refine(messageRules.content.holds, messageRules.content)
    .refine(messageRules.recipients.holds, messageRules.recipients),
  output: z.object({
    messageId: z.string().nullable(),
    recipients: z.int(),
    sandbox: z.boolean().describe('True: nothing was sent'),
  }),
  async run(client, { sandbox, ...message }) {
    const messageId = await sendMessage(client, message, { sandbox });
    return { messageId, recipients: recipientsOf(message.copies), sandbox };
  },
});
