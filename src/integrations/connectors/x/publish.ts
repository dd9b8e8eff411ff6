import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';

interface Post {
  text: string;
  mediaIds?: readonly string[] | undefined;
  /** Further fields, as X names them. */
  others?: Readonly<Record<string, unknown>>;
}

const createdReply = z.object({ data: z.object({ id: z.string(), text: z.string().nullish() }) });

/** https://docs.x.com/x-api/posts/create-post */
export async function publish(
  client: VendorClient,
  { text, mediaIds, others }: Post,
): Promise<z.output<typeof createdReply>['data']> {
  const json = { text, media: mediaIds && { media_ids: mediaIds }, ...others };
  return (await client.post('/2/tweets', { json, reply: createdReply })).data;
}
