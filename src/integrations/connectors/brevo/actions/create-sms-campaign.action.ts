import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { createdCampaign } from '../campaign.js';
import { smsContent, smsSender, unicodeEnabled } from '../sms.js';

export const createSmsCampaign = defineAction({
  key: 'create_sms_campaign',
  effect: 'WRITE',
  description: {
    en: 'Makes an SMS campaign as a draft for one or more lists; nothing is sent before send_sms_campaign. In France marketing SMS have to say how to stop them (STOP).',
    fr: 'Crée une campagne SMS en brouillon pour une ou plusieurs listes ; rien ne part avant send_sms_campaign. En France, un SMS marketing doit dire comment se désabonner (STOP).',
  },
  input: z.object({
    name: z.string().min(1).max(255).describe('Seen in Brevo only'),
    sender: smsSender,
    content: smsContent,
    listIds: z.array(z.int().positive()).min(1).max(50),
    exclusionListIds: z.array(z.int().positive()).max(50).optional(),
    unsubscribeInstruction: z.string().regex(/STOP/).max(160).optional().describe('Put at the end; has to hold STOP'),
    unicodeEnabled,
  }),
  output: createdCampaign,
  run: (client, { listIds, exclusionListIds, ...campaign }) =>
    client.post('/smsCampaigns', {
      json: { ...campaign, recipients: { listIds, exclusionListIds } },
      reply: createdCampaign,
    }),
});
