import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { metadata, pageToken, tokenAfter } from '../page.js';
import { singleSendSchema } from '../single-send.js';

const listed = singleSendSchema.extend({
  abtest: z
    .object({
      type: z.string().nullish().describe('subject or content'),
      winner_criteria: z.string().nullish(),
      test_percentage: z.number().nullish(),
      winner_selected_at: z.string().nullish(),
    })
    .nullish(),
});

export const listSingleSends = defineAction({
  key: 'list_single_sends',
  effect: 'READ',
  description: {
    en: 'Lists the marketing campaigns (single sends) with their status and A/B test.',
    fr: 'Liste les campagnes marketing (single sends) avec leur état et leur test A/B.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(50), cursor: pageToken }),
  output: z.object({ items: z.array(listed), nextCursor: z.string().nullable() }),
  async run(client, { limit, cursor }) {
    const { result, _metadata } = await client.get('/marketing/singlesends', {
      query: { page_size: limit, page_token: cursor },
      reply: z.object({ result: z.array(listed).nullish(), _metadata: metadata }),
    });
    return { items: result ?? [], nextCursor: tokenAfter(_metadata) };
  },
});
