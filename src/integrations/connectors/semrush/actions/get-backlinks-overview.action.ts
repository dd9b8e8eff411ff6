import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { getV4 } from '../api-v4.js';
import { figure } from '../inputs.js';

const profile = z.object({
  score: figure.describe('Authority Score, 0 to 100'),
  backlinks_count: figure,
  domains_count: figure,
  follows_count: figure,
  nofollows_count: figure,
});

export const getBacklinksOverview = defineAction({
  key: 'get_backlinks_overview',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Authority Score of a site or page, with its numbers of backlinks and referring domains. 45 API units; takes the key of version 4. Semrush calls this early access.',
    fr: 'Authority Score d’un site ou d’une page, avec ses nombres de backlinks et de domaines référents. 45 unités d’API ; nécessite la clé de version 4. Semrush le propose en accès anticipé.',
  },
  input: z.object({
    target: z.string().min(3).max(2_000).describe('A domain, or an address for PAGE'),
    scope: z.enum(['ROOT_DOMAIN', 'SUBDOMAIN', 'SUBFOLDER', 'PAGE']).default('ROOT_DOMAIN'),
  }),
  output: profile,
  async run(client, { target, scope }) {
    const { data } = await getV4(client, '/backlinks/v1/overview', {
      query: { url: target, scope, fields: Object.keys(profile.shape).join(',') },
      reply: z.object({ data: profile }),
    });
    return data;
  },
});
