import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { dataOf } from '../pipedrive-page.js';

const deleted = z.object({ id: z.int() });

export const deleteDeal = defineAction({
  key: 'delete_deal',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Deletes a deal. It can be brought back in Pipedrive for 30 days, then it is gone. To close a deal, use update_deal with status lost.',
    fr: 'Supprime une affaire. Elle peut être restaurée dans Pipedrive pendant 30 jours, puis disparaît. Pour clore une affaire, utilisez update_deal avec le statut lost.',
  },
  input: z.object({ dealId: z.int().positive() }),
  output: deleted,
  run: async (client, { dealId }) => (await client.delete(route`/deals/${dealId}`, { reply: dataOf(deleted) })).data,
});
