import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { dimensionFiltersInput, filterExpression } from '../filters.js';
import { propertyInput, propertyOf } from '../property.js';
import { highestFirst } from '../report.js';
import { quotaSchema, reportRow, rowsOf, tableReply } from '../report-table.js';

const realtimeReply = tableReply.extend({ rowCount: z.int().nullish(), propertyQuota: quotaSchema });

const minuteInput = z.int().min(0).max(29);

export const getRealtime = defineAction({
  key: 'get_realtime',
  effect: 'READ',
  description: {
    en: 'What happens on the site now: active users, views, events and key events of the last 30 minutes. Traffic sources are not known in real time.',
    fr: 'Ce qui se passe sur le site maintenant : utilisateurs actifs, vues, événements et événements clés des 30 dernières minutes. Les sources de trafic ne sont pas connues en temps réel.',
  },
  input: z.object({
    propertyId: propertyInput,
    by: z
      .array(z.enum(['country', 'city', 'deviceCategory', 'platform', 'unifiedScreenName', 'eventName', 'minutesAgo']))
      .max(3)
      .default([]),
    minuteRanges: z
      .array(z.object({ startMinutesAgo: minuteInput, endMinutesAgo: minuteInput }))
      .max(2)
      .optional()
      .describe('Default: the last 30 minutes. startMinutesAgo is the earlier one'),
    dimensionFilters: dimensionFiltersInput,
    limit: z.int().min(1).max(1_000).default(50),
  }),
  output: z.object({ items: z.array(reportRow), rowCount: z.int(), quota: quotaSchema }),
  async run(client, { propertyId, by, minuteRanges, dimensionFilters, limit }) {
    const reply = await client.post(route`/properties/${propertyOf(client, propertyId)}:runRealtimeReport`, {
      json: {
        dimensions: by.map((name) => ({ name })),
        metrics: ['activeUsers', 'screenPageViews', 'eventCount', 'keyEvents'].map((name) => ({ name })),
        dimensionFilter: filterExpression(dimensionFilters),
        minuteRanges,
        orderBys: highestFirst('activeUsers'),
        limit: String(limit),
        returnPropertyQuota: true,
      },
      readOnly: true,
      reply: realtimeReply,
    });
    const items = rowsOf(reply);
    return { items, rowCount: reply.rowCount ?? items.length, quota: reply.propertyQuota };
  },
});
