import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId, emailCampaign } from '../campaign.js';

export const getCampaignReport = defineAction({
  key: 'get_campaign_report',
  effect: 'READ',
  description: {
    en: 'Reads one e-mail campaign with its counts: delivered, opened, clicked, unsubscribed, bounced. Openings are too high where mail programs open by themselves; estimatedViews allows for it.',
    fr: 'Lit une campagne e-mail avec ses chiffres : remis, ouverts, cliqués, désinscrits, rejetés. Les ouvertures sont surestimées quand la messagerie ouvre d’elle-même ; estimatedViews en tient compte.',
  },
  input: z.object({ campaignId }),
  output: emailCampaign,
  run: (client, { campaignId: id }) =>
    client.get(route`/emailCampaigns/${id}`, { query: { statistics: 'globalStats' }, reply: emailCampaign }),
});
