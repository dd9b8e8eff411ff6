import { z } from 'zod';
import { HttpFailure, route } from '../../../kernel/http/index.js';
import type { PageClient } from './page-client.js';

export const postIdInput = z
  .string()
  .regex(/^\d{5,30}(_\d{5,30})?$/)
  .describe('Id of the post: {page}_{post}');

const mediaUrl = z.url({ protocol: /^https$/ });

/** What a post can hold: a text with a link, up to ten pictures, or one video. */
export const postInput = z.object({
  message: z.string().min(1).max(63_206).optional(),
  link: z.url().optional().describe('Shown with a preview; not together with pictures or a video'),
  imageUrls: z.array(mediaUrl).min(1).max(10).optional().describe('Public https addresses, at most 4 MB each'),
  videoUrl: mediaUrl.optional().describe('Public https address of an MP4'),
});

export type PostContent = z.output<typeof postInput>;

export function isOnePost({ message, link, imageUrls, videoUrl }: PostContent): boolean {
  const attached = [link, imageUrls, videoUrl].filter((each) => each !== undefined).length;
  return attached <= 1 && (attached === 1 || message !== undefined);
}

export const onePost = {
  error:
    'Give a message, or one of link, imageUrls and videoUrl, with or without a message. | Donnez message, ou bien link, imageUrls ou videoUrl, un seul des trois, avec ou sans message.',
};

/** https://developers.facebook.com/docs/pages-api/posts#schedule-posts */
export interface Schedule {
  published: false;
  scheduled_publish_time: number;
  unpublished_content_type: 'SCHEDULED';
}

const idReply = z.object({ id: z.string().min(1) });

/** Posts at once, or at the time of the schedule. */
export async function createPost(page: PageClient, content: PostContent, schedule?: Schedule): Promise<string> {
  const { message, link, imageUrls = [], videoUrl } = content;
  if (videoUrl !== undefined) {
    const json = { file_url: videoUrl, description: message, ...schedule };
    return (await page.post('/videos', { base: 'page', json, reply: idReply })).id;
  }
  const attached = await uploaded(page, imageUrls, schedule !== undefined);
  const pictures = attached.length > 0 && { attached_media: attached };
  const json = { message, link, ...pictures, ...schedule };
  return (await page.post('/feed', { base: 'page', json, reply: idReply })).id;
}

/** Pictures are uploaded unseen first; those of a scheduled post are kept for it as temporary ones. */
async function uploaded(page: PageClient, urls: readonly string[], isScheduled: boolean) {
  const media: { media_fbid: string }[] = [];
  for (const url of urls) {
    const json = { url, published: false, ...(isScheduled && { temporary: true }) };
    const { id } = await page.post('/photos', { base: 'page', json, reply: idReply });
    media.push({ media_fbid: id });
  }
  return media;
}

const permalinkReply = z.object({ permalink_url: z.string().nullish() });

/** The post is out by now: without its address it is still to be told so. */
export async function permalinkOf(page: PageClient, id: string): Promise<string | null> {
  try {
    const query = { fields: 'permalink_url' };
    const { permalink_url: url } = await page.get(route`/${id}`, { query, reply: permalinkReply });
    // Videos tell theirs without the host.
    return url == null ? null : new URL(url, 'https://www.facebook.com').href;
  } catch (error) {
    if (error instanceof HttpFailure) return null;
    throw error;
  }
}
