import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { campaignId, checkCampaignOf, checklist } from '../campaign.js';

export const checkCampaign = defineAction({
  key: 'check_campaign',
  effect: 'READ',
  description: {
    en: 'Says whether a draft can be sent, and what is in the way: a missing subject, a domain that is not verified, too few credits.',
    fr: 'Dit si un brouillon peut être envoyé, et ce qui l’empêche : objet manquant, domaine non vérifié, crédits insuffisants.',
  },
  input: z.object({ campaignId }),
  output: checklist,
  run: (client, { campaignId: id }) => checkCampaignOf(client, id),
});
