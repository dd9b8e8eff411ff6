import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { apiVersion } from '../hubspot-version.js';
import { readSegment, segmentReply, segmentSchema } from '../segment.js';

const found = z.object({
  lists: z.array(segmentReply).nullish(),
  hasMore: z.boolean().nullish(),
  offset: z.int().nullish(),
  total: z.int().nullish(),
});

export const findSegments = defineAction({
  key: 'find_segments',
  effect: 'READ',
  description: {
    en: 'Finds segments (lists) by name, with their kind and size.',
    fr: 'Trouve des segments (listes) par leur nom, avec leur type et leur taille.',
  },
  input: z.object({
    query: z.string().max(255).optional().describe('Part of the name; default all'),
    kinds: z
      .array(z.enum(['MANUAL', 'DYNAMIC', 'SNAPSHOT']))
      .max(3)
      .optional(),
    limit: z.int().min(1).max(500).default(50),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional()
      .describe('nextCursor of the page before'),
  }),
  output: z.object({
    total: z.int().nullable(),
    items: z.array(segmentSchema),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { query, kinds, limit, cursor = '0' }) {
    const json = {
      query,
      processingTypes: kinds,
      count: limit,
      offset: Number(cursor),
      additionalProperties: ['hs_list_size'],
    };
    const path = route`/crm/lists/${apiVersion}/search`;
    const { lists, hasMore, offset, total } = await client.post(path, { json, reply: found, readOnly: true });
    const nextCursor = hasMore && offset != null ? String(offset) : null;
    return { total: total ?? null, items: (lists ?? []).map(readSegment), nextCursor };
  },
});
