import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { workflowId } from '../automation.js';

/** https://mailchimp.com/developer/marketing/api/automation/start-automation-emails/ */
export const startAutomation = defineAction({
  key: 'start_automation',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Starts all e-mails of a classic automation: from now on it sends to everyone who enters it.',
    fr: 'Démarre tous les e-mails d’une automatisation classique : elle envoie dès lors à tous ceux qui y entrent.',
  },
  input: z.object({ workflowId }),
  output: z.object({ started: z.boolean() }),
  async run(client, { workflowId: id }) {
    await client.post(route`/automations/${id}/actions/start-all-emails`, { reply: noReply });
    return { started: true };
  },
});
