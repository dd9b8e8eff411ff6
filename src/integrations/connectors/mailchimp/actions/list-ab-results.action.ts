import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';
import { reportFields, reportSchema } from '../report.js';

/** https://mailchimp.com/developer/marketing/api/sub-reports/list-child-campaign-reports/ */
export const listAbResults = defineAction({
  key: 'list_ab_results',
  effect: 'READ',
  description: {
    en: 'Reads the results of each combination of an A/B test, the winner’s sending included; of an RSS campaign, those of each issue.',
    fr: 'Lit les résultats de chaque combinaison d’un test A/B, y compris l’envoi du gagnant ; pour une campagne RSS, ceux de chaque numéro.',
  },
  input: z.object({ campaignId }),
  output: z.object({ items: z.array(reportSchema) }),
  async run(client, { campaignId: id }) {
    const { reports } = await client.get(route`/reports/${id}/sub-reports`, {
      query: { fields: reportFields('reports.') },
      reply: z.object({ reports: z.array(reportSchema).nullish() }),
    });
    return { items: reports ?? [] };
  },
});
