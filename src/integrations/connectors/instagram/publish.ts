import { z } from 'zod';
import { HttpFailure, route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

/** https://developers.facebook.com/docs/instagram-platform/content-publishing#step-1-of-2--create-container */
export interface Container {
  media_type?: 'CAROUSEL' | 'REELS' | 'STORIES' | undefined;
  image_url?: string | undefined;
  video_url?: string | undefined;
  caption?: string | undefined;
  alt_text?: string | undefined;
  is_carousel_item?: boolean | undefined;
  children?: string[] | undefined;
  location_id?: string | undefined;
  collaborators?: string[] | undefined;
  user_tags?: { username: string; x?: number | undefined; y?: number | undefined }[] | undefined;
  cover_url?: string | undefined;
  thumb_offset?: string | undefined;
  share_to_feed?: boolean | undefined;
  audio_name?: string | undefined;
  trial_params?: { graduation_strategy: string } | undefined;
}

export const publishedOutput = z.object({
  published: z.boolean(),
  id: z.string().nullable().describe('Id of the post, once it is published'),
  permalink: z.string().nullable(),
  container_id: z.string().describe('For publish_container while status_code is IN_PROGRESS; good for 24 hours'),
  status_code: z.string().describe('PUBLISHED, IN_PROGRESS, ERROR or EXPIRED'),
  status: z.string().nullish().describe('Why Instagram refused the media'),
});

const idReply = z.object({ id: z.string().min(1) });
const statusReply = z.object({ status_code: z.string(), status: z.string().nullish() });
const permalinkReply = z.object({ permalink: z.string().nullish() });

// Videos take longer than an action may wait: publish_container finishes those later.
const waitsMs = [5_000, 10_000, 15_000, 20_000, 30_000, 30_000];

export async function createContainer(client: VendorClient, container: Container): Promise<string> {
  const { id } = await client.post('/media', { base: 'account', json: container, reply: idReply });
  return id;
}

/** Waits a while for the media to be fetched and checked, then publishes; a container can be published once only. */
export async function publishWhenReady(
  client: VendorClient,
  containerId: string,
): Promise<z.output<typeof publishedOutput>> {
  const { status_code: code, status } = await settled(client, containerId);
  const container = { container_id: containerId, id: null, permalink: null };
  if (code !== 'FINISHED') return { ...container, published: code === 'PUBLISHED', status_code: code, status };
  const { id } = await client.post('/media_publish', {
    base: 'account',
    json: { creation_id: containerId },
    reply: idReply,
  });
  const permalink = await permalinkOf(client, id);
  return { ...container, published: true, id, permalink, status_code: 'PUBLISHED' };
}

async function settled(client: VendorClient, containerId: string): Promise<z.output<typeof statusReply>> {
  const look = () =>
    client.get(route`/${containerId}`, { query: { fields: 'status_code,status' }, reply: statusReply });
  let state = await look();
  for (const ms of waitsMs) {
    if (state.status_code !== 'IN_PROGRESS') break;
    await client.wait(ms);
    state = await look();
  }
  return state;
}

/** The post is out by now: without its address it is still to be told so. */
async function permalinkOf(client: VendorClient, id: string): Promise<string | null> {
  try {
    const { permalink } = await client.get(route`/${id}`, { query: { fields: 'permalink' }, reply: permalinkReply });
    return permalink ?? null;
  } catch (error) {
    if (error instanceof HttpFailure) return null;
    throw error;
  }
}
