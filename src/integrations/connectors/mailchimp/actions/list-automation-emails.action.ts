import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { workflowId } from '../automation.js';

const email = z.object({
  id: z.string(),
  position: z.number().nullish(),
  status: z.string().nullish(),
  emails_sent: z.number().nullish(),
  settings: z.object({ title: z.string().nullish(), subject_line: z.string().nullish() }).nullish(),
  delay: z.object({ full_description: z.string().nullish() }).nullish(),
});

/** https://mailchimp.com/developer/marketing/api/automation-email/ */
export const listAutomationEmails = defineAction({
  key: 'list_automation_emails',
  effect: 'READ',
  description: {
    en: 'Lists the e-mails of a classic automation in their order, with when each is sent.',
    fr: 'Liste les e-mails d’une automatisation classique dans l’ordre, avec le moment d’envoi de chacun.',
  },
  input: z.object({ workflowId }),
  output: z.object({ items: z.array(email) }),
  async run(client, { workflowId: id }) {
    const { emails } = await client.get(route`/automations/${id}/emails`, {
      reply: z.object({ emails: z.array(email).nullish() }),
    });
    return { items: emails ?? [] };
  },
});
