import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { propertyInput, propertyOf } from '../property.js';
import { feedPathInput } from '../sitemap.js';

export const submitSitemap = defineAction({
  key: 'submit_sitemap',
  effect: 'WRITE',
  description: {
    en: 'Submits a sitemap to Google. It is read later: look at list_sitemaps after some hours. Submitting it again does no harm.',
    fr: 'Envoie un sitemap à Google. Il est lu plus tard : consultez list_sitemaps après quelques heures. Le renvoyer est sans danger.',
  },
  input: z.object({ siteUrl: propertyInput, sitemapUrl: feedPathInput }),
  output: z.object({ siteUrl: z.string(), sitemapUrl: z.string() }),
  async run(client, { siteUrl, sitemapUrl }) {
    const property = propertyOf(client, siteUrl);
    await client.put(route`/webmasters/v3/sites/${property}/sitemaps/${sitemapUrl}`, { reply: noReply });
    return { siteUrl: property, sitemapUrl };
  },
});
