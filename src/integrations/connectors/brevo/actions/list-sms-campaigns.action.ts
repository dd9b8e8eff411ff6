import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { campaignStatus } from '../campaign.js';
import { nextOffset, offsetCursor } from '../page.js';

const count = z.number().nullish();
const smsCampaign = z.object({
  id: z.int(),
  name: z.string(),
  status: z.string(),
  content: z.string().nullish(),
  sender: z.string().nullish(),
  scheduledAt: z.string().nullish(),
  createdAt: z.string().nullish(),
  statistics: z
    .object({
      sent: count,
      delivered: count,
      processing: count,
      hardBounces: count,
      softBounces: count,
      unsubscriptions: count,
      answered: count,
    })
    .nullish(),
});
const found = z.object({ count: z.number().nullish(), campaigns: z.array(smsCampaign).nullish() });

export const listSmsCampaigns = defineAction({
  key: 'list_sms_campaigns',
  effect: 'READ',
  description: {
    en: 'Lists SMS campaigns, newest first, with their counts. Counts among the 100 general requests of an hour.',
    fr: 'Liste les campagnes SMS, les plus récentes d’abord, avec leurs chiffres. Compte parmi les 100 requêtes générales par heure.',
  },
  input: z.object({
    status: campaignStatus.optional(),
    limit: z.int().min(1).max(100).default(50),
    cursor: offsetCursor,
  }),
  output: z.object({ items: z.array(smsCampaign), nextCursor: z.string().nullable() }),
  async run(client, { status, limit, cursor }) {
    const { count: total, campaigns } = await client.get('/smsCampaigns', {
      query: { status, limit, offset: cursor },
      reply: found,
    });
    const items = campaigns ?? [];
    return { items, nextCursor: nextOffset(cursor, { length: items.length, limit, count: total }) };
  },
});
