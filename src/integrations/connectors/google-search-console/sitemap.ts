import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

/** 64-bit numbers come as texts. */
const count = z.coerce.number();

/** https://developers.google.com/webmaster-tools/v1/sitemaps#resource-representations */
export const sitemapSchema = z.object({
  path: z.string(),
  type: z.string().nullish(),
  lastSubmitted: z.string().nullish(),
  lastDownloaded: z.string().nullish(),
  isPending: z.boolean().nullish(),
  isSitemapsIndex: z.boolean().nullish(),
  errors: count.nullish(),
  warnings: count.nullish(),
  contents: z
    .array(z.object({ type: z.string().nullish(), submitted: count.nullish().describe('Pages in the sitemap') }))
    .nullish(),
});

const sitemapsReply = z.object({ sitemap: z.array(sitemapSchema).nullish() });

export const feedPathInput = z.url({ protocol: /^https?$/ }).describe('Address of the sitemap, below the property');

export async function sitemapsOf(client: VendorClient, siteUrl: string, sitemapIndex?: string) {
  const reply = await client.get(route`/webmasters/v3/sites/${siteUrl}/sitemaps`, {
    query: { sitemapIndex },
    reply: sitemapsReply,
  });
  return reply.sitemap ?? [];
}
