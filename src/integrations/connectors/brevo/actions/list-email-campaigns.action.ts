import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { campaignStatus, emailCampaign } from '../campaign.js';
import { nextOffset, offsetCursor } from '../page.js';

const found = z.object({ count: z.number().nullish(), campaigns: z.array(emailCampaign).nullish() });

export const listEmailCampaigns = defineAction({
  key: 'list_email_campaigns',
  effect: 'READ',
  description: {
    en: 'Lists e-mail campaigns, newest first, with their counts of the last six months and without their content. Counts among the 100 general requests of an hour.',
    fr: 'Liste les campagnes e-mail, les plus récentes d’abord, avec leurs chiffres des six derniers mois et sans leur contenu. Compte parmi les 100 requêtes générales par heure.',
  },
  input: z.object({
    status: campaignStatus.optional(),
    limit: z.int().min(1).max(100).default(50),
    cursor: offsetCursor,
  }),
  output: z.object({ items: z.array(emailCampaign), nextCursor: z.string().nullable() }),
  async run(client, { status, limit, cursor }) {
    const { count, campaigns } = await client.get('/emailCampaigns', {
      query: { status, statistics: 'globalStats', excludeHtmlContent: true, limit, offset: cursor },
      reply: found,
    });
    const items = campaigns ?? [];
    return { items, nextCursor: nextOffset(cursor, { length: items.length, limit, count }) };
  },
});
