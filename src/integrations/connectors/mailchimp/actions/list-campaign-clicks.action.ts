import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';
import { nextCursor, pageInput, pageQuery } from '../page.js';

const link = z.object({
  id: z.string(),
  url: z.string().nullish(),
  total_clicks: z.number().nullish(),
  unique_clicks: z.number().nullish(),
  click_percentage: z.number().nullish(),
  last_click: z.string().nullish(),
});
const fields = [...Object.keys(link.shape).map((name) => `urls_clicked.${name}`), 'total_items'].join(',');

/** https://mailchimp.com/developer/marketing/api/campaign-click-details/ */
export const listCampaignClicks = defineAction({
  key: 'list_campaign_clicks',
  effect: 'READ',
  description: {
    en: 'Lists the links of a campaign that was sent, the most clicked first.',
    fr: 'Liste les liens d’une campagne envoyée, les plus cliqués d’abord.',
  },
  input: z.object({ campaignId, ...pageInput }),
  output: z.object({ items: z.array(link), nextCursor: z.string().nullable() }),
  async run(client, { campaignId: id, ...page }) {
    const { urls_clicked: links, total_items: total } = await client.get(route`/reports/${id}/click-details`, {
      query: { fields, ...pageQuery(page), sort_field: 'total_clicks', sort_dir: 'DESC' },
      reply: z.object({ urls_clicked: z.array(link).nullish(), total_items: z.number().nullish() }),
    });
    const items = links ?? [];
    return { items, nextCursor: nextCursor(page.cursor, items.length, total) };
  },
});
