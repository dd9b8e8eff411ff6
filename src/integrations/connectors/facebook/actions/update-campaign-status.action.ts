import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { doneReply } from '../../../families/meta/done-reply.js';

export const updateCampaignStatus = defineAction({
  key: 'update_campaign_status',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Pauses a campaign or sets it going. ACTIVE spends money from the ad account as long as it runs.',
    fr: 'Met une campagne en pause ou la lance. ACTIVE dépense l’argent du compte publicitaire tant qu’elle tourne.',
  },
  input: z.object({
    campaignId: z
      .string()
      .regex(/^\d{5,30}$/)
      .describe('From list_campaigns'),
    status: z.enum(['PAUSED', 'ACTIVE']),
  }),
  output: doneReply,
  run: (client, { campaignId, status }) => client.post(route`/${campaignId}`, { json: { status }, reply: doneReply }),
});
