import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { v3Key } from '../api-v3.js';
import { campaignInput, chosen, cursorInput } from '../inputs.js';
import { trackedRow, trackedRowOf, trackingReply } from '../tracking.js';

const dayInput = z.iso.date().optional();

export const getPositionTracking = defineAction({
  key: 'get_position_tracking',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Positions of the keywords that a Position Tracking campaign follows, at the beginning and the end of a period. 100 API units for each keyword: 20 keywords cost 2,000.',
    fr: 'Positions des mots-clés suivis par une campagne Position Tracking, au début et à la fin d’une période. 100 unités d’API par mot-clé : 20 mots-clés en coûtent 2 000.',
  },
  input: z.object({
    campaignId: campaignInput,
    startDate: dayInput,
    endDate: dayInput,
    url: z
      .string()
      .min(3)
      .max(1_000)
      .optional()
      .describe(
        'With the mask of Semrush, several by colons: *.example.com/*:*.rival.example/*; default: the campaign’s',
      ),
    keywordContains: z
      .string()
      .min(1)
      .max(100)
      .regex(/^[^|]+$/)
      .optional(),
    limit: z.int().min(1).max(50).default(20).describe('Keywords; each costs 100 API units'),
    cursor: cursorInput,
  }),
  output: z.object({ items: z.array(trackedRow), total: z.number().nullish(), nextCursor: z.string().nullable() }),
  async run(client, { campaignId, startDate, endDate, url, keywordContains, limit, cursor = '0' }) {
    const campaign = chosen(client, 'campaignId', campaignId);
    const { total, data } = await client.get(route`/reports/v1/projects/${campaign}/tracking/`, {
      query: {
        ...v3Key(client),
        action: 'report',
        type: 'tracking_position_organic',
        url,
        date_begin: startDate?.replaceAll('-', ''),
        date_end: endDate?.replaceAll('-', ''),
        display_filter: keywordContains === undefined ? undefined : `+|Ph|Co|${keywordContains}`,
        display_sort: '0_pos_asc',
        display_limit: limit,
        display_offset: cursor,
      },
      reply: trackingReply,
    });
    const items = Object.values(data ?? {}).map(trackedRowOf);
    const seen = Number(cursor) + items.length;
    return { items, total, nextCursor: items.length > 0 && seen < (total ?? 0) ? String(seen) : null };
  },
});
