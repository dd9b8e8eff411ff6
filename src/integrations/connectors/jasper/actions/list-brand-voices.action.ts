import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { listReply, nextPage, pageCursor } from '../list-reply.js';
import { voiceSchema } from '../voice.js';

export const listBrandVoices = defineAction({
  key: 'list_brand_voices',
  effect: 'READ',
  description: {
    en: 'Lists the brand voices of the workspace, newest first, with the description of each.',
    fr: 'Liste les voix de marque de l’espace de travail, les plus récentes d’abord, avec leur description.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(50), cursor: pageCursor }),
  output: z.object({ items: z.array(voiceSchema), nextCursor: z.string().nullable() }),
  async run(client, { limit, cursor }) {
    const found = await client.get('/tones', { query: { page: cursor, size: limit }, reply: listReply(voiceSchema) });
    return { items: found.items, nextCursor: nextPage(found, { page: Number(cursor), size: limit }) };
  },
});
