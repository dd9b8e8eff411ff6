import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

export const inviteContact = defineAction({
  key: 'invite_contact',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends a contact the e-mail with which to activate the customer portal and choose a password. Nothing says whether it was read: active of the contact becomes true afterwards.',
    fr: 'Envoie à un contact l’e-mail pour activer le portail client et choisir un mot de passe. Rien ne dit s’il a été lu : active du contact devient vrai ensuite.',
  },
  input: z.object({ contactId: z.int().positive() }),
  output: z.object({ contactId: z.int(), invited: z.boolean() }),
  async run(client, { contactId }) {
    // Each time another e-mail: https://developers.freshdesk.com/api/#send_invite
    await client.put(route`/contacts/${contactId}/send_invite`, { reply: noReply, once: true });
    return { contactId, invited: true };
  },
});
