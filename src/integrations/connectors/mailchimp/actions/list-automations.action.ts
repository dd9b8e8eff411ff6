import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextCursor, pageInput, pageQuery } from '../page.js';

const automation = z.object({
  id: z.string(),
  status: z.string().nullish().describe('save (never started), paused or sending'),
  emails_sent: z.number().nullish(),
  start_time: z.string().nullish(),
  settings: z.object({ title: z.string().nullish(), from_name: z.string().nullish() }).nullish(),
  recipients: z.object({ list_id: z.string().nullish(), list_name: z.string().nullish() }).nullish(),
  report_summary: z.object({ open_rate: z.number().nullish(), click_rate: z.number().nullish() }).nullish(),
});
const fields = [
  ...['id', 'status', 'emails_sent', 'start_time'],
  ...['settings.title', 'settings.from_name', 'recipients.list_id', 'recipients.list_name'],
  ...['report_summary.open_rate', 'report_summary.click_rate'],
]
  .map((name) => `automations.${name}`)
  .concat('total_items')
  .join(',');

/** https://mailchimp.com/developer/marketing/api/automation/ */
export const listAutomations = defineAction({
  key: 'list_automations',
  effect: 'READ',
  description: {
    en: 'Lists the classic automations, which new accounts do not have any more. Flows (customer journeys) are not in Mailchimp’s API: see trigger_journey_step and start_tag_flow.',
    fr: 'Liste les automatisations classiques, que les nouveaux comptes n’ont plus. Les parcours (customer journeys) ne sont pas dans l’API de Mailchimp : voir trigger_journey_step et start_tag_flow.',
  },
  input: z.object({ status: z.enum(['save', 'paused', 'sending']).optional(), ...pageInput }),
  output: z.object({ items: z.array(automation), nextCursor: z.string().nullable() }),
  async run(client, { status, ...page }) {
    const { automations, total_items: total } = await client.get('/automations', {
      query: { fields, ...pageQuery(page), status },
      reply: z.object({ automations: z.array(automation).nullish(), total_items: z.number().nullish() }),
    });
    const items = automations ?? [];
    return { items, nextCursor: nextCursor(page.cursor, items.length, total) };
  },
});
