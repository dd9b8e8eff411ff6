import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { propertyOf } from '../property.js';
import { highestFirst, reportInput, reportOutput, runReport } from '../report.js';

const keyEventSchema = z.object({ eventName: z.string(), countingMethod: z.string().nullish() });
const keyEventsReply = z.object({ keyEvents: z.array(keyEventSchema).nullish() });

export const getConversions = defineAction({
  key: 'get_conversions',
  effect: 'READ',
  description: {
    en: 'Key events (called conversions before 2024): how many, in what share of sessions and with what revenue, by event and, if asked, by channel, landing page or day. Also lists which events the property counts as key events. Two requests.',
    fr: 'Événements clés (appelés conversions avant 2024) : combien, dans quelle part des sessions et avec quel revenu, par événement et, à la demande, par canal, page de destination ou jour. Indique aussi quels événements la propriété compte comme clés. Deux requêtes.',
  },
  input: reportInput.extend({
    by: z.enum(['sessionDefaultChannelGroup', 'landingPagePlusQueryString', 'date']).optional(),
  }),
  output: reportOutput.extend({ keyEvents: z.array(keyEventSchema) }),
  async run(client, { by, startDate, endDate, ...page }) {
    const report = await runReport(client, {
      ...page,
      dateRanges: [{ startDate, endDate }],
      dimensions: ['eventName', ...(by ? [by] : [])],
      metrics: ['keyEvents', 'sessionKeyEventRate', 'totalRevenue'],
      dimensionFilters: [{ field: 'isKeyEvent', match: 'EXACT', value: 'true' }],
      orderBys: highestFirst('keyEvents'),
    });
    const { keyEvents } = await client.get(route`/properties/${propertyOf(client, page.propertyId)}/keyEvents`, {
      base: 'admin',
      // A property has 30 at most, or 50: https://support.google.com/analytics/answer/9267744
      query: { pageSize: 200 },
      reply: keyEventsReply,
    });
    return { ...report, keyEvents: keyEvents ?? [] };
  },
});
