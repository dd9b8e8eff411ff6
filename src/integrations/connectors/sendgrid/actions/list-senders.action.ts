import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const sender = z.object({
  id: z.int(),
  nickname: z.string().nullish(),
  from: z.object({ email: z.string().nullish(), name: z.string().nullish() }).nullish(),
  verified: z.boolean().nullish().describe('Only verified ones can send'),
});
const senders = z.array(sender);

/** https://www.twilio.com/docs/sendgrid/api-reference/senders/get-all-senders */
export const listSenders = defineAction({
  key: 'list_senders',
  effect: 'READ',
  description: {
    en: 'Lists the senders of marketing campaigns; create_single_send takes their ids.',
    fr: 'Liste les expéditeurs des campagnes marketing ; create_single_send prend leurs identifiants.',
  },
  input: z.object({}),
  output: z.object({ items: senders }),
  async run(client) {
    const reply = z.union([z.object({ results: senders.nullish() }), senders]);
    const found = await client.get('/marketing/senders', { reply });
    return { items: Array.isArray(found) ? found : (found.results ?? []) };
  },
});
