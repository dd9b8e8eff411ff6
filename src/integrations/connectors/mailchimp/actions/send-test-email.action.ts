import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';

/** https://mailchimp.com/developer/marketing/api/campaigns/send-test-email/ */
export const sendTestEmail = defineAction({
  key: 'send_test_email',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends a draft to given addresses to look at. Mailchimp limits tests per day by plan.',
    fr: 'Envoie un brouillon à des adresses données pour relecture. Mailchimp limite les tests par jour selon l’offre.',
  },
  input: z.object({
    campaignId,
    emails: z.array(z.email()).min(1).max(5),
    format: z.enum(['html', 'plaintext']).default('html'),
  }),
  output: z.object({ sent: z.boolean() }),
  async run(client, { campaignId: id, emails, format }) {
    const json = { test_emails: emails, send_type: format };
    await client.post(route`/campaigns/${id}/actions/test`, { json, reply: noReply });
    return { sent: true };
  },
});
