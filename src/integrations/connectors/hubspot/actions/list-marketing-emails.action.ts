import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { cursorField, listReply, pageIn, pageOf } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';
import { marketingEmail } from '../marketing-email.js';

const withStatistics = marketingEmail.extend({
  stats: z
    .object({
      counters: z.record(z.string(), z.number()).nullish().catch(null),
      ratios: z.record(z.string(), z.number()).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

export const listMarketingEmails = defineAction({
  key: 'list_marketing_emails',
  effect: 'READ',
  description: {
    en: 'Lists marketing e-mails, drafts included, with their figures if asked.',
    fr: 'Liste les e-mails marketing, brouillons compris, avec leurs chiffres si demandé.',
  },
  input: z.object({
    type: z
      .enum(['BATCH_EMAIL', 'AUTOMATED_EMAIL', 'AB_EMAIL', 'LOCALTIME_EMAIL', 'BLOG_EMAIL', 'RSS_EMAIL'])
      .optional(),
    isPublished: z.boolean().optional(),
    publishedAfter: z.iso.datetime().optional(),
    createdAfter: z.iso.datetime().optional(),
    includeStats: z.boolean().default(false),
    sort: z
      .enum(['name', '-name', 'createdAt', '-createdAt', 'updatedAt', '-updatedAt', 'publishDate', '-publishDate'])
      .default('-updatedAt'),
    limit: z.int().min(1).max(100).default(50),
    cursor: cursorField,
  }),
  output: pageOf(withStatistics),
  async run(client, { cursor, ...query }) {
    const path = route`/marketing/emails/${apiVersion}`;
    return pageIn(await client.get(path, { query: { ...query, after: cursor }, reply: listReply(withStatistics) }));
  },
});
