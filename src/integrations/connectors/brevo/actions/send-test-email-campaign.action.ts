import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';

export const sendTestEmailCampaign = defineAction({
  key: 'send_test_email_campaign',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends a draft to the addresses given, to look at it; at most 50 test e-mails a day. The addresses have to be contacts of the account.',
    fr: 'Envoie un brouillon aux adresses indiquées, pour le vérifier ; 50 e-mails de test par jour au plus. Les adresses doivent être des contacts du compte.',
  },
  // Without addresses Brevo writes to the whole test list, which nobody sees here.
  input: z.object({ campaignId, emailTo: z.array(z.email()).min(1).max(10) }),
  output: z.object({ campaignId: z.int(), testSent: z.boolean() }),
  async run(client, { campaignId: id, emailTo }) {
    await client.post(route`/emailCampaigns/${id}/sendTest`, { json: { emailTo }, reply: noReply });
    return { campaignId: id, testSent: true };
  },
});
