import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { webhookSchema } from '../webhook.js';
import { workflowId } from '../workflows.js';

export const registerRunWebhook = defineAction({
  key: 'register_run_webhook',
  effect: 'WRITE',
  description: {
    en: 'Has Copy.ai call an address whenever a run starts, ends or fails, or credits run out. What it sends holds the texts and is not signed: use an address that nobody can guess, and read the run again before acting on it.',
    fr: 'Fait appeler une adresse par Copy.ai quand une exécution démarre, se termine ou échoue, ou quand les crédits sont épuisés. L’envoi contient les textes et n’est pas signé : utilisez une adresse impossible à deviner et relisez l’exécution avant d’agir.',
  },
  input: z.object({
    url: z.url({ protocol: /^https$/ }).max(2000),
    eventType: z.enum([
      'workflowRun.started',
      'workflowRun.completed',
      'workflowRun.failed',
      'workflowCreditLimit.reached',
    ]),
    workflowId: workflowId.optional().describe('Left out: all workflows of the workspace'),
  }),
  output: webhookSchema,
  async run(client, webhook) {
    return (await client.post('/webhook', { json: webhook, reply: z.object({ data: webhookSchema }) })).data;
  },
});
