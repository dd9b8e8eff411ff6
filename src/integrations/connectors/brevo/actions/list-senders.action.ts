import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const senderSchema = z.object({
  id: z.int(),
  name: z.string().nullish(),
  email: z.string(),
  active: z.boolean().nullish().describe('Only active ones may send'),
});

export const listSenders = defineAction({
  key: 'list_senders',
  effect: 'READ',
  description: {
    en: 'Lists the senders of the account; mails and campaigns go out from an active one only. Counts among the 100 general requests of an hour.',
    fr: 'Liste les expéditeurs du compte ; e-mails et campagnes ne partent que d’un expéditeur actif. Compte parmi les 100 requêtes générales par heure.',
  },
  input: z.object({}),
  output: z.object({ senders: z.array(senderSchema) }),
  async run(client) {
    const reply = z.object({ senders: z.array(senderSchema).nullish() });
    const { senders } = await client.get('/senders', { reply });
    return { senders: senders ?? [] };
  },
});
