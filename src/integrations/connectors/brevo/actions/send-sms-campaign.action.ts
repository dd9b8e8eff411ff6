import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';

export const sendSmsCampaign = defineAction({
  key: 'send_sms_campaign',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends an SMS campaign to all its recipients at once. It spends SMS credits for each and cannot be recalled.',
    fr: 'Envoie immédiatement une campagne SMS à tous ses destinataires. Consomme des crédits SMS pour chacun et ne peut être rappelée.',
  },
  input: z.object({ campaignId }),
  output: z.object({ campaignId: z.int(), queued: z.boolean() }),
  async run(client, { campaignId: id }) {
    await client.post(route`/smsCampaigns/${id}/sendNow`, { reply: noReply });
    return { campaignId: id, queued: true };
  },
});
