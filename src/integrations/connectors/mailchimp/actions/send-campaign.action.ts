import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId, checkCampaignOf, problemsOf, sendOutcome } from '../campaign.js';

/** https://mailchimp.com/developer/marketing/api/campaigns/send-campaign/ */
export const sendCampaign = defineAction({
  key: 'send_campaign',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends a campaign to all of its recipients at once, after Mailchimp’s checklist says that it is ready; otherwise it sends nothing and says why. It cannot be called back.',
    fr: 'Envoie aussitôt une campagne à tous ses destinataires, après que la liste de contrôle de Mailchimp l’a déclarée prête ; sinon rien n’est envoyé et la raison est donnée. L’envoi ne peut pas être annulé.',
  },
  input: z.object({ campaignId }),
  output: sendOutcome,
  async run(client, { campaignId: id }): Promise<z.input<typeof sendOutcome>> {
    const list = await checkCampaignOf(client, id);
    if (!list.is_ready) return { status: 'not_ready', problems: problemsOf(list) };
    await client.post(route`/campaigns/${id}/actions/send`, { reply: noReply });
    return { status: 'sending', problems: [] };
  },
});
