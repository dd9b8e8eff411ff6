import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { workflowId } from '../automation.js';

const queued = z.object({ email_address: z.string().nullish(), next_send: z.string().nullish() });

/** https://mailchimp.com/developer/marketing/api/automation-queue/ */
export const queueAutomationEmail = defineAction({
  key: 'queue_automation_email',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Puts one subscriber into a classic automation, whatever its trigger; the e-mail follows when its delay is over. A person can enter an automation once.',
    fr: 'Fait entrer un abonné dans une automatisation classique, quel que soit son déclencheur ; l’e-mail suit une fois le délai passé. Une personne ne peut entrer qu’une fois dans une automatisation.',
  },
  input: z.object({
    workflowId,
    emailId: z
      .string()
      .regex(/^[A-Za-z0-9]{1,40}$/)
      .describe('id of list_automation_emails'),
    email: z.email(),
  }),
  output: queued,
  run: (client, { workflowId: id, emailId, email }) =>
    client.post(route`/automations/${id}/emails/${emailId}/queue`, { json: { email_address: email }, reply: queued }),
});
