import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { apiVersion } from '../hubspot-version.js';
import { emailId } from '../marketing-email.js';

export const publishMarketingEmail = defineAction({
  key: 'publish_marketing_email',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends a marketing e-mail to its recipients, or schedules it if it has a date: it cannot be called back. Needs Marketing Hub Enterprise or the transactional e-mail add-on; without, send the draft in HubSpot.',
    fr: 'Envoie un e-mail marketing à ses destinataires, ou le planifie s’il a une date : c’est sans retour. Nécessite Marketing Hub Entreprise ou l’option e-mails transactionnels ; sinon, envoyez le brouillon dans HubSpot.',
  },
  input: z.object({ emailId }),
  output: z.object({ id: z.string() }),
  async run(client, { emailId: id }) {
    await client.post(route`/marketing/emails/${apiVersion}/${id}/publish`, { reply: noReply });
    return { id };
  },
});
