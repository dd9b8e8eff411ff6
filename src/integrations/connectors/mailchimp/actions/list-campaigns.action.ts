import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { campaignSchema, listId } from '../campaign.js';
import { nextCursor, pageInput, pageQuery } from '../page.js';

const fields = [
  ...['id', 'web_id', 'type', 'status', 'create_time', 'send_time', 'emails_sent'].map((name) => `campaigns.${name}`),
  ...['list_id', 'list_name', 'recipient_count', 'segment_text'].map((name) => `campaigns.recipients.${name}`),
  ...['title', 'subject_line', 'preview_text', 'from_name', 'reply_to'].map((name) => `campaigns.settings.${name}`),
  ...['opens', 'unique_opens', 'open_rate', 'clicks', 'click_rate'].map((name) => `campaigns.report_summary.${name}`),
  'total_items',
].join(',');

/** https://mailchimp.com/developer/marketing/api/campaigns/list-campaigns/ */
export const listCampaigns = defineAction({
  key: 'list_campaigns',
  effect: 'READ',
  description: {
    en: 'Lists the campaigns, the newest first, with the main results of those that were sent.',
    fr: 'Liste les campagnes, les plus récentes d’abord, avec les principaux résultats de celles envoyées.',
  },
  input: z.object({
    status: z.enum(['save', 'paused', 'schedule', 'sending', 'sent']).optional().describe('save is a draft'),
    type: z.enum(['regular', 'plaintext', 'absplit', 'rss', 'variate']).optional().describe('variate is an A/B test'),
    listId: listId.optional(),
    ...pageInput,
  }),
  output: z.object({ items: z.array(campaignSchema), nextCursor: z.string().nullable() }),
  async run(client, { status, type, listId: list, ...page }) {
    const filters = { status, type, list_id: list, sort_field: 'create_time', sort_dir: 'DESC' };
    const { campaigns, total_items: total } = await client.get('/campaigns', {
      query: { fields, ...pageQuery(page), ...filters },
      reply: z.object({ campaigns: z.array(campaignSchema).nullish(), total_items: z.number().nullish() }),
    });
    const items = campaigns ?? [];
    return { items, nextCursor: nextCursor(page.cursor, items.length, total) };
  },
});
