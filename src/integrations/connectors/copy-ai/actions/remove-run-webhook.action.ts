import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

export const removeRunWebhook = defineAction({
  key: 'remove_run_webhook',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Deletes a webhook: whoever listens at its address hears no more of runs.',
    fr: 'Supprime un webhook : qui écoute à son adresse n’est plus prévenu des exécutions.',
  },
  input: z.object({ webhookId: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/) }),
  output: z.object({ webhookId: z.string(), removed: z.boolean() }),
  async run(client, { webhookId }) {
    await client.delete(route`/webhook/${webhookId}`, { reply: noReply });
    return { webhookId, removed: true };
  },
});
