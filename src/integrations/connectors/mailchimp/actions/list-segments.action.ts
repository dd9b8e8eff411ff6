import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { listId } from '../campaign.js';
import { nextCursor, pageInput, pageQuery } from '../page.js';
import { segmentSchema } from '../segment.js';

const fields = [
  ...['id', 'name', 'member_count', 'type', 'created_at', 'updated_at'].map((name) => `segments.${name}`),
  'total_items',
].join(',');

/** https://mailchimp.com/developer/marketing/api/list-segments/list-segments/ */
export const listSegments = defineAction({
  key: 'list_segments',
  effect: 'READ',
  description: {
    en: 'Lists the segments and tags of an audience with their sizes; campaigns take their ids.',
    fr: 'Liste les segments et étiquettes d’une audience avec leur taille ; les campagnes prennent leurs identifiants.',
  },
  input: z.object({ listId, type: z.enum(['saved', 'static', 'fuzzy']).optional(), ...pageInput }),
  output: z.object({ items: z.array(segmentSchema), nextCursor: z.string().nullable() }),
  async run(client, { listId: list, type, ...page }) {
    const { segments, total_items: total } = await client.get(route`/lists/${list}/segments`, {
      query: { fields, ...pageQuery(page), type },
      reply: z.object({ segments: z.array(segmentSchema).nullish(), total_items: z.number().nullish() }),
    });
    const items = segments ?? [];
    return { items, nextCursor: nextCursor(page.cursor, items.length, total) };
  },
});
