import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { propertyInput, propertyOf } from '../property.js';
import { sitemapSchema, sitemapsOf } from '../sitemap.js';

export const listSitemaps = defineAction({
  key: 'list_sitemaps',
  effect: 'READ',
  description: {
    en: 'Lists the sitemaps submitted for a property, with their errors, warnings and number of pages. How many of these pages are indexed is not told any more.',
    fr: 'Liste les sitemaps envoyés pour une propriété, avec leurs erreurs, avertissements et nombre de pages. Le nombre de pages indexées n’est plus communiqué.',
  },
  input: z.object({
    siteUrl: propertyInput,
    sitemapIndex: z.url().optional().describe('Only the sitemaps of this sitemap index'),
  }),
  output: z.object({ items: z.array(sitemapSchema) }),
  async run(client, { siteUrl, sitemapIndex }) {
    return { items: await sitemapsOf(client, propertyOf(client, siteUrl), sitemapIndex) };
  },
});
