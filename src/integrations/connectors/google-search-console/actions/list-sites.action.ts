import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { siteSchema, sitesReply } from '../site.js';

export const listSites = defineAction({
  key: 'list_sites',
  effect: 'READ',
  description: {
    en: 'Lists the Search Console properties that the account sees, with its rights on each.',
    fr: 'Liste les propriétés de la Search Console que le compte voit, avec ses droits sur chacune.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(siteSchema) }),
  async run(client) {
    const { siteEntry } = await client.get('/webmasters/v3/sites', { reply: sitesReply });
    return { items: siteEntry ?? [] };
  },
});
