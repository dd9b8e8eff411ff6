import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const mailboxSchema = z.object({
  id: z.int().describe('The emailConfigId of send_outbound_email'),
  name: z.string().nullish(),
  reply_email: z.string().nullish(),
  primary_role: z.boolean().nullish(),
  active: z.boolean().nullish(),
});

export const listMailboxes = defineAction({
  key: 'list_mailboxes',
  effect: 'READ',
  description: {
    en: 'Lists the support addresses that e-mails can be sent from.',
    fr: 'Liste les adresses de support depuis lesquelles des e-mails peuvent être envoyés.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(mailboxSchema) }),
  run: async (client) => ({ items: await client.get('/email_configs', { reply: z.array(mailboxSchema) }) }),
});
