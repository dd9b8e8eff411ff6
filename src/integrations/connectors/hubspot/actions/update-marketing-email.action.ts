import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { apiVersion } from '../hubspot-version.js';
import { emailBody, emailId, emailInput, marketingEmail, needsHtml } from '../marketing-email.js';

export const updateMarketingEmail = defineAction({
  key: 'update_marketing_email',
  effect: 'WRITE',
  description: {
    en: 'Changes the draft of a marketing e-mail; what was published stays until the draft is published. With html the whole design is replaced, so do not use it on an e-mail that was designed in HubSpot.',
    fr: 'Modifie le brouillon d’un e-mail marketing ; ce qui est publié reste jusqu’à la publication du brouillon. Avec html, toute la mise en page est remplacée : ne l’utilisez pas sur un e-mail conçu dans HubSpot.',
  },
  input: emailInput.extend({ emailId }).refine(needsHtml.holds, needsHtml.message),
  output: marketingEmail,
  run: (client, { emailId: id, ...input }) =>
    client.patch(route`/marketing/emails/${apiVersion}/${id}/draft`, { json: emailBody(input), reply: marketingEmail }),
});
