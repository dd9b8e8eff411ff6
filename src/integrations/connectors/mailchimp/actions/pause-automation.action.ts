import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { workflowId } from '../automation.js';

/** https://mailchimp.com/developer/marketing/api/automation/pause-automation-emails/ */
export const pauseAutomation = defineAction({
  key: 'pause_automation',
  effect: 'WRITE',
  description: {
    en: 'Pauses all e-mails of a classic automation; start_automation takes it up again.',
    fr: 'Met en pause tous les e-mails d’une automatisation classique ; start_automation la reprend.',
  },
  input: z.object({ workflowId }),
  output: z.object({ paused: z.boolean() }),
  async run(client, { workflowId: id }) {
    await client.post(route`/automations/${id}/actions/pause-all-emails`, { reply: noReply });
    return { paused: true };
  },
});
