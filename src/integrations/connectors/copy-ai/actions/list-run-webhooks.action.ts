import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { webhookSchema } from '../webhook.js';

const webhook = webhookSchema.partial();
const found = z.object({ total: z.coerce.number().nullish().catch(null), data: z.array(webhook) });
const size = 100;

export const listRunWebhooks = defineAction({
  key: 'list_run_webhooks',
  effect: 'READ',
  description: {
    en: 'Lists the webhooks of the workspace, a hundred a page: addresses that Copy.ai calls when runs start, end or fail.',
    fr: 'Liste les webhooks de l’espace de travail, cent par page : adresses que Copy.ai appelle quand des exécutions démarrent, se terminent ou échouent.',
  },
  input: z.object({
    cursor: z
      .string()
      .regex(/^\d{1,4}$/)
      .default('0')
      .describe('nextCursor of the page before'),
  }),
  output: z.object({ items: z.array(webhook), nextCursor: z.string().nullable() }),
  async run(client, { cursor }) {
    // Pages count from 0 here: https://support.fullcast.com/apidocs/get-all-webhooks-2
    const { data, total } = await client.get('/webhook', { query: { size, page: cursor }, reply: found });
    const seen = (Number(cursor) + 1) * size;
    const goesOn = typeof total === 'number' ? seen < total : data.length === size;
    return { items: data, nextCursor: goesOn ? String(Number(cursor) + 1) : null };
  },
});
