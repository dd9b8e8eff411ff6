import { z } from 'zod';
import { noReply } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { littleText, mentionsSchema } from './little-text.js';

/** What every post has. */
export const postInput = {
  text: z.string().max(3000).describe('Plain text; #word becomes a hashtag'),
  mentions: mentionsSchema.describe('Whom an @name in the text mentions'),
  visibility: z.enum(['PUBLIC', 'CONNECTIONS']).default('PUBLIC').describe('CONNECTIONS: only for a member’s post'),
  allowReshares: z.boolean().default(true),
};

export const publishedSchema = z.object({
  urn: z.string().min(1).describe('urn:li:share:… or urn:li:ugcPost:…'),
  url: z.string(),
});

interface Post {
  author: string;
  text: string;
  mentions?: { name: string; urn: string }[] | undefined;
  visibility: 'PUBLIC' | 'CONNECTIONS';
  allowReshares: boolean;
  content?: Readonly<Record<string, unknown>> | undefined;
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#create-a-post */
export async function publish(client: VendorClient, post: Post): Promise<z.input<typeof publishedSchema>> {
  const { author, text, mentions, visibility, allowReshares, content } = post;
  const { headers } = await client.call('POST', '/posts', {
    json: {
      author,
      commentary: littleText(text, mentions),
      visibility,
      distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
      content,
      lifecycleState: 'PUBLISHED',
      isReshareDisabledByAuthor: !allowReshares,
    },
    reply: noReply,
  });
  // The body is empty; the post's name stands in the header.
  const urn = headers['x-restli-id'] ?? '';
  return { urn, url: `https://www.linkedin.com/feed/update/${urn}` };
}
