import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';

/** https://mailchimp.com/developer/marketing/api/campaigns/unschedule-campaign/ */
export const unscheduleCampaign = defineAction({
  key: 'unschedule_campaign',
  effect: 'WRITE',
  description: {
    en: 'Turns a scheduled campaign that has not begun to send into a draft again.',
    fr: 'Refait un brouillon d’une campagne planifiée dont l’envoi n’a pas commencé.',
  },
  input: z.object({ campaignId }),
  output: z.object({ unscheduled: z.boolean() }),
  async run(client, { campaignId: id }) {
    await client.post(route`/campaigns/${id}/actions/unschedule`, { reply: noReply });
    return { unscheduled: true };
  },
});
