import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const limitReply = z.object({
  data: z
    .array(
      z.object({
        quota_usage: z.int().nullish(),
        config: z.object({ quota_total: z.int().nullish(), quota_duration: z.int().nullish() }).nullish(),
      }),
    )
    .min(1),
});

export const getPublishingLimit = defineAction({
  key: 'get_publishing_limit',
  effect: 'READ',
  description: {
    en: 'Tells how many posts the account has published through the API in the last 24 hours and how many are allowed. A carousel counts once.',
    fr: 'Dit combien de publications le compte a faites par l’API dans les dernières 24 heures, et combien sont permises. Un carrousel compte une fois.',
  },
  input: z.object({}),
  output: z.object({
    quota_usage: z.int().nullish(),
    quota_total: z.int().nullish(),
    quota_duration: z.int().nullish().describe('Seconds'),
  }),
  async run(client) {
    const { data } = await client.get('/content_publishing_limit', {
      base: 'account',
      query: { fields: 'quota_usage,config' },
      reply: limitReply,
    });
    return { quota_usage: data[0]?.quota_usage, ...data[0]?.config };
  },
});
