import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { apiVersion } from '../hubspot-version.js';
import { emailBody, emailInput, marketingEmail, needsHtml } from '../marketing-email.js';

export const createMarketingEmail = defineAction({
  key: 'create_marketing_email',
  effect: 'WRITE',
  description: {
    en: 'Creates the draft of a marketing e-mail; nothing is sent. Check design, sender and recipients in HubSpot before sending: people send from there on every plan, publish_marketing_email needs Enterprise.',
    fr: 'Crée le brouillon d’un e-mail marketing ; rien n’est envoyé. Vérifiez mise en page, expéditeur et destinataires dans HubSpot avant l’envoi : une personne l’envoie de là avec toute offre, publish_marketing_email demande l’offre Entreprise.',
  },
  input: emailInput
    .extend({ name: z.string().min(1).max(255), subject: z.string().min(1).max(255) })
    .refine(needsHtml.holds, needsHtml.message),
  output: marketingEmail,
  run: (client, input) =>
    client.post(route`/marketing/emails/${apiVersion}`, { json: emailBody(input), reply: marketingEmail }),
});
