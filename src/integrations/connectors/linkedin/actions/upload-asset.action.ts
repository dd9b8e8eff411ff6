import { z } from 'zod';
import { InvalidInput } from '../../../../kernel/errors/index.js';
import { defineAction } from '../../../core/define-action.js';
import { authorInput, authorOf } from '../author.js';
import { statusWhenReady, uploadDocument, uploadImage, uploadVideo } from '../upload.js';

const limitBytes = 15 * 1024 * 1024;
const ways = {
  image: { path: '/images', upload: uploadImage },
  document: { path: '/documents', upload: uploadDocument },
  video: { path: '/videos', upload: uploadVideo },
} as const;

export const uploadAsset = defineAction({
  key: 'upload_asset',
  effect: 'WRITE',
  description: {
    en: 'Uploads an image (JPEG, PNG, GIF), a document (PDF, Word, PowerPoint) or a video (MP4, 3 seconds to 30 minutes) of up to 15 MB for a post by the same author. Nothing is published yet. Waits up to 100 seconds until a video or document is ready.',
    fr: 'Envoie une image (JPEG, PNG, GIF), un document (PDF, Word, PowerPoint) ou une vidéo (MP4, de 3 secondes à 30 minutes) de 15 Mo au plus pour un post du même auteur. Rien n’est encore publié. Attend jusqu’à 100 secondes qu’une vidéo ou un document soit prêt.',
  },
  input: z.object({
    ...authorInput,
    kind: z.enum(['image', 'document', 'video']),
    contentBase64: z
      .base64()
      .min(1)
      .max(Math.ceil(limitBytes / 3) * 4)
      .describe('Up to 15 MB before encoding'),
  }),
  output: z.object({
    urn: z.string(),
    status: z.string().describe('AVAILABLE, PROCESSING, or UNKNOWN where the app may not look'),
  }),
  async run(client, { kind, contentBase64, ...who }) {
    const owner = await authorOf(client, who);
    const { path, upload } = ways[kind];
    const urn = await upload(client, owner, Buffer.from(contentBase64, 'base64'));
    // An image can be posted at once.
    const status = kind === 'image' ? 'AVAILABLE' : await statusWhenReady(client, path, urn);
    if (status !== 'PROCESSING_FAILED') return { urn, status };
    throw new InvalidInput('INTEGRATIONS.MEDIA_REFUSED', {
      en: 'LinkedIn cannot use this file. Give an MP4 of at least 3 seconds, or a PDF of at most 300 pages.',
      fr: 'LinkedIn ne peut pas utiliser ce fichier. Donnez un MP4 d’au moins 3 secondes, ou un PDF d’au plus 300 pages.',
    });
  },
});
