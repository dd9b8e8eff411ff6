import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';

const domain = z.object({
  domain: z.string().nullish(),
  emails_sent: z.number().nullish(),
  delivered: z.number().nullish(),
  bounces: z.number().nullish(),
  opens: z.number().nullish(),
  clicks: z.number().nullish(),
  unsubs: z.number().nullish(),
});
const fields = Object.keys(domain.shape)
  .map((name) => `domains.${name}`)
  .join(',');

/** https://mailchimp.com/developer/marketing/api/domain-performance-reports/ */
export const getDomainPerformance = defineAction({
  key: 'get_domain_performance',
  effect: 'READ',
  description: {
    en: 'Compares the five main mail providers of a campaign’s recipients: a provider with many bounces or few opens shows where delivery fails.',
    fr: 'Compare les cinq principales messageries des destinataires d’une campagne : beaucoup de rejets ou peu d’ouvertures montrent où la remise échoue.',
  },
  input: z.object({ campaignId }),
  output: z.object({ items: z.array(domain) }),
  async run(client, { campaignId: id }) {
    const { domains } = await client.get(route`/reports/${id}/domain-performance`, {
      query: { fields },
      reply: z.object({ domains: z.array(domain).nullish() }),
    });
    return { items: domains ?? [] };
  },
});
