import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { propertyInput, propertyOf } from '../property.js';
import { feedPathInput } from '../sitemap.js';

export const deleteSitemap = defineAction({
  key: 'delete_sitemap',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Takes a sitemap off the list in Search Console. Its pages stay in the index, and Google may still read the file.',
    fr: 'Retire un sitemap de la liste de la Search Console. Ses pages restent dans l’index et Google peut encore lire le fichier.',
  },
  input: z.object({ siteUrl: propertyInput, sitemapUrl: feedPathInput }),
  output: z.object({ siteUrl: z.string(), sitemapUrl: z.string() }),
  async run(client, { siteUrl, sitemapUrl }) {
    const property = propertyOf(client, siteUrl);
    await client.delete(route`/webmasters/v3/sites/${property}/sitemaps/${sitemapUrl}`, { reply: noReply });
    return { siteUrl: property, sitemapUrl };
  },
});
