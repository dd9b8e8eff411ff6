import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId, checkCampaignOf, problemsOf, sendOutcome } from '../campaign.js';

/** https://mailchimp.com/developer/marketing/api/campaigns/schedule-campaign/ */
export const scheduleCampaign = defineAction({
  key: 'schedule_campaign',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Has a campaign sent at a quarter of an hour to come, after Mailchimp’s checklist says that it is ready. Until then unschedule_campaign takes it back. Scheduling needs a paid plan.',
    fr: 'Fait envoyer une campagne à un quart d’heure futur, après que la liste de contrôle de Mailchimp l’a déclarée prête. Jusque-là, unschedule_campaign l’annule. La planification demande une offre payante.',
  },
  input: z.object({
    campaignId,
    sendAt: z.iso
      .datetime()
      .regex(/T\d{2}:(00|15|30|45)(:00(\.0+)?)?Z$/)
      .describe('UTC, at minute 00, 15, 30 or 45'),
    perTimeZone: z.boolean().default(false).describe('At this hour in each recipient’s own time zone (Timewarp)'),
  }),
  output: sendOutcome,
  async run(client, { campaignId: id, sendAt, perTimeZone }): Promise<z.input<typeof sendOutcome>> {
    const list = await checkCampaignOf(client, id);
    if (!list.is_ready) return { status: 'not_ready', problems: problemsOf(list) };
    const json = { schedule_time: sendAt, ...(perTimeZone && { timewarp: true }) };
    await client.post(route`/campaigns/${id}/actions/schedule`, { json, reply: noReply });
    return { status: 'scheduled', problems: [] };
  },
});
