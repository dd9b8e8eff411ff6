import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';
import { fullReport, reportFields } from '../report.js';

/** https://mailchimp.com/developer/marketing/api/reports/get-campaign-report/ */
export const getCampaignReport = defineAction({
  key: 'get_campaign_report',
  effect: 'READ',
  description: {
    en: 'Reads the results of a campaign that was sent: opens, clicks, bounces, unsubscribes, sales. Opens count the privacy proxies of mail apps too. For A/B tests see list_ab_results.',
    fr: 'Lit les résultats d’une campagne envoyée : ouvertures, clics, rejets, désabonnements, ventes. Les ouvertures comptent aussi les relais de confidentialité des messageries. Pour les tests A/B, voir list_ab_results.',
  },
  input: z.object({ campaignId }),
  output: fullReport,
  run: (client, { campaignId: id }) =>
    client.get(route`/reports/${id}`, { query: { fields: reportFields() }, reply: fullReport }),
});
