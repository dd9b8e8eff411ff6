import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId, moment } from '../campaign.js';

export const scheduleEmailCampaign = defineAction({
  key: 'schedule_email_campaign',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Has Brevo send a draft to all its recipients at a moment to come, or on that day at the best time for each. From then on it goes out by itself unless it is stopped in Brevo.',
    fr: 'Fait envoyer un brouillon par Brevo à tous ses destinataires à un moment futur, ou ce jour-là au meilleur moment pour chacun. Il part ensuite tout seul, sauf arrêt dans Brevo.',
  },
  input: z.object({
    campaignId,
    scheduledAt: moment,
    sendAtBestTime: z
      .boolean()
      .default(false)
      .describe('On that day, at the hour that suits each recipient; not in every plan'),
  }),
  output: z.object({ campaignId: z.int(), scheduledAt: z.string() }),
  async run(client, { campaignId: id, scheduledAt, sendAtBestTime }) {
    await client.put(route`/emailCampaigns/${id}`, { json: { scheduledAt, sendAtBestTime }, reply: noReply });
    return { campaignId: id, scheduledAt };
  },
});
