import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextOffset, offsetCursor } from '../page.js';

const segment = z.object({
  id: z.union([z.int(), z.string()]),
  segmentName: z.string().nullish(),
  categoryName: z.string().nullish(),
  updatedAt: z.string().nullish(),
});
const found = z.object({ count: z.number().nullish(), segments: z.array(segment).nullish() });

export const listSegments = defineAction({
  key: 'list_segments',
  effect: 'READ',
  description: {
    en: 'Lists the segments, newest first. Their conditions and sizes are not returned, and segments are made in Brevo only.',
    fr: 'Liste les segments, les plus récents d’abord. Leurs conditions et tailles ne sont pas renvoyées, et les segments se créent seulement dans Brevo.',
  },
  input: z.object({ limit: z.int().min(1).max(50).default(50), cursor: offsetCursor }),
  output: z.object({ items: z.array(segment), nextCursor: z.string().nullable() }),
  async run(client, { limit, cursor }) {
    const { count, segments } = await client.get('/contacts/segments', {
      query: { limit, offset: cursor },
      reply: found,
    });
    const items = segments ?? [];
    return { items, nextCursor: nextOffset(cursor, { length: items.length, limit, count }) };
  },
});
