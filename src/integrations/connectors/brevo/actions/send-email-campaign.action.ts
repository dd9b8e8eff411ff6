import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';

export const sendEmailCampaign = defineAction({
  key: 'send_email_campaign',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends an e-mail campaign to all its recipients at once. It spends a credit for each and cannot be recalled; look at a test first (send_test_email_campaign).',
    fr: 'Envoie immédiatement une campagne e-mail à tous ses destinataires. Consomme un crédit pour chacun et ne peut être rappelée ; vérifiez d’abord un test (send_test_email_campaign).',
  },
  input: z.object({ campaignId }),
  output: z.object({ campaignId: z.int(), queued: z.boolean() }),
  async run(client, { campaignId: id }) {
    await client.post(route`/emailCampaigns/${id}/sendNow`, { reply: noReply });
    return { campaignId: id, queued: true };
  },
});
