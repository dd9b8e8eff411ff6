import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { fileSchema, mediaReply, mediaSchema, toMedia } from '../media.js';

const limitBytes = 5 * 1024 * 1024;

export const uploadImage = defineAction({
  key: 'upload_image',
  effect: 'WRITE',
  description: {
    en: 'Uploads an image of up to 5 MB for a post. Nothing is published yet; X forgets an image that no post uses within about 24 hours.',
    fr: 'Envoie une image de 5 Mo au plus pour un post. Rien n’est encore publié ; X oublie une image qu’aucun post n’utilise sous 24 heures environ.',
  },
  input: z.object({
    contentBase64: fileSchema(limitBytes).describe('JPEG, PNG or WebP, up to 5 MB before encoding'),
  }),
  output: mediaSchema,
  async run(client, { contentBase64 }) {
    const { data } = await client.post('/2/media/upload', {
      json: { media: contentBase64, media_category: 'tweet_image' },
      reply: mediaReply,
    });
    return toMedia(data);
  },
});
