import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextCursor, pageInput, pageQuery } from '../page.js';

const audience = z.object({
  id: z.string(),
  name: z.string().nullish(),
  date_created: z.string().nullish(),
  double_optin: z.boolean().nullish().describe('True: new subscribers are asked to confirm by e-mail'),
  stats: z
    .object({
      member_count: z.number().nullish().describe('Subscribed'),
      unsubscribe_count: z.number().nullish(),
      cleaned_count: z.number().nullish(),
      campaign_last_sent: z.string().nullish(),
      open_rate: z.number().nullish().describe('Percent'),
      click_rate: z.number().nullish().describe('Percent'),
    })
    .nullish(),
});
const fields = [
  'lists.id',
  'lists.name',
  'lists.date_created',
  'lists.double_optin',
  ...['member_count', 'unsubscribe_count', 'cleaned_count', 'campaign_last_sent', 'open_rate', 'click_rate'].map(
    (name) => `lists.stats.${name}`,
  ),
  'total_items',
].join(',');

/** https://mailchimp.com/developer/marketing/api/lists/get-lists-info/ */
export const listAudiences = defineAction({
  key: 'list_audiences',
  effect: 'READ',
  description: {
    en: 'Lists the audiences with their sizes and average rates. Numbers are some minutes old.',
    fr: 'Liste les audiences, leur taille et leurs taux moyens. Les chiffres ont quelques minutes.',
  },
  input: z.object({ email: z.email().optional().describe('Only audiences with this subscriber'), ...pageInput }),
  output: z.object({ items: z.array(audience), nextCursor: z.string().nullable() }),
  async run(client, { email, ...page }) {
    const { lists, total_items: total } = await client.get('/lists', {
      query: { fields, ...pageQuery(page), email },
      reply: z.object({ lists: z.array(audience), total_items: z.number().nullish() }),
    });
    return { items: lists, nextCursor: nextCursor(page.cursor, lists.length, total) };
  },
});
