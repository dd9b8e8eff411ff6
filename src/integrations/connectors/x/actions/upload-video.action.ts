import { z } from 'zod';
import { InvalidInput } from '../../../../kernel/errors/index.js';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { fileSchema, isProcessing, mediaReply, mediaSchema, toMedia, type Media } from '../media.js';

// X takes a GIF of 15 MB and a video of 512 MB; more than this is not carried through an agent's hands.
const limitBytes = 15 * 1024 * 1024;
/** Whole groups of 4 characters, 3 MB of content. */
const chunkCharacters = 4 * 1024 * 1024;
const waitLimitMs = 100_000;

const input = z.object({
  contentBase64: fileSchema(limitBytes).describe('Up to 15 MB before encoding; a video lasts 0.5 to 140 seconds'),
  mediaType: z.enum(['video/mp4', 'video/quicktime', 'image/gif']),
});

export const uploadVideo = defineAction({
  key: 'upload_video',
  effect: 'WRITE',
  description: {
    en: 'Uploads a video or an animated GIF of up to 15 MB for a post and waits up to 100 seconds while X prepares it. Nothing is published yet; while the state is “processing” a post with it is refused.',
    fr: 'Envoie une vidéo ou un GIF animé de 15 Mo au plus pour un post et attend jusqu’à 100 secondes que X le prépare. Rien n’est encore publié ; tant que l’état est « processing », un post avec ce média est refusé.',
  },
  input,
  output: mediaSchema,
  async run(client, file) {
    const { id } = await sendChunks(client, file);
    const { data } = await client.post(route`/2/media/upload/${id}/finalize`, { reply: mediaReply });
    return toMedia(await prepared(client, data));
  },
});

async function sendChunks(client: VendorClient, { contentBase64, mediaType }: z.output<typeof input>): Promise<Media> {
  const { data } = await client.post('/2/media/upload/initialize', {
    json: {
      media_type: mediaType,
      media_category: mediaType === 'image/gif' ? 'tweet_gif' : 'tweet_video',
      total_bytes: Buffer.byteLength(contentBase64, 'base64'),
    },
    reply: mediaReply,
  });
  for (let from = 0, segment = 0; from < contentBase64.length; from += chunkCharacters, segment += 1) {
    await client.post(route`/2/media/upload/${data.id}/append`, {
      json: { media: contentBase64.slice(from, from + chunkCharacters), segment_index: segment },
      reply: noReply,
      timeoutMs: 60_000,
    });
  }
  return data;
}

async function prepared(client: VendorClient, uploaded: Media): Promise<Media> {
  let media = uploaded;
  let waitedMs = 0;
  while (isProcessing(media) && waitedMs < waitLimitMs) {
    const waitMs = Math.min(Math.max(media.processing_info?.check_after_secs ?? 5, 1), 20) * 1000;
    await client.wait(waitMs);
    waitedMs += waitMs;
    const query = { command: 'STATUS', media_id: uploaded.id };
    media = (await client.get('/2/media/upload', { query, reply: mediaReply })).data;
  }
  if (media.processing_info?.state === 'failed') throw mediaRefused(media);
  return media;
}

function mediaRefused({ processing_info: info }: Media): InvalidInput {
  const why = info?.error?.message ?? '';
  return new InvalidInput('INTEGRATIONS.MEDIA_REFUSED', {
    en: `X cannot use this file. ${why} Give an MP4 (H.264, AAC) of 0.5 to 140 seconds.`,
    fr: `X ne peut pas utiliser ce fichier. ${why} Donnez un MP4 (H.264, AAC) de 0,5 à 140 secondes.`,
  });
}
