import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { memberOf } from '../member.js';

export const prepareMessage = defineAction({
  key: 'prepare_message',
  effect: 'READ',
  description: {
    en: 'Prepares a direct message for the connected member to send by hand: keeps the text within LinkedIn’s limit and gives the link to the recipient’s profile. Nothing is sent: LinkedIn opens its messages to approved partners only, and forbids sending them automatically.',
    fr: 'Prépare un message direct que le membre connecté enverra lui-même : garde le texte dans la limite de LinkedIn et donne le lien du profil du destinataire. Rien n’est envoyé : LinkedIn n’ouvre ses messages qu’à des partenaires agréés, et interdit l’envoi automatique.',
  },
  input: z.object({
    recipientProfileUrl: z.string().regex(/^https:\/\/([a-z]{2,3}\.)?linkedin\.com\/in\/[^/?#\s]{1,150}\/?$/),
    text: z.string().min(1).max(8000).describe('The whole message; a note with an invitation: at most 300 characters'),
  }),
  output: z.object({
    sender: z.string().nullable(),
    text: z.string(),
    fitsInvitation: z.boolean().describe('Short enough for a note with an invitation'),
    openUrl: z.string().describe('Open, choose Message, paste the text, read it, send it'),
  }),
  async run(client, { recipientProfileUrl, text }) {
    const { name } = await memberOf(client);
    return { sender: name, text, fitsInvitation: text.length <= 300, openUrl: recipientProfileUrl };
  },
});
