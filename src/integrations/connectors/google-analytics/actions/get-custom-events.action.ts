import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { highestFirst, reportInput, reportOutput, runReport } from '../report.js';

export const getCustomEvents = defineAction({
  key: 'get_custom_events',
  effect: 'READ',
  description: {
    en: 'How often events happened and for how many users, also by day or by a parameter of theirs. A parameter can be asked for only once it is registered as an event-scoped custom dimension.',
    fr: 'Combien de fois les événements ont eu lieu et pour combien d’utilisateurs, aussi par jour ou par un de leurs paramètres. Un paramètre n’est disponible qu’une fois enregistré comme dimension personnalisée de portée événement.',
  },
  input: reportInput.extend({
    eventNames: z.array(z.string().min(1).max(40)).min(1).max(50).optional().describe('Default: all events'),
    parameter: z
      .string()
      .regex(/^[A-Za-z]\w{0,39}$/)
      .optional()
      .describe('Name of an event parameter, without customEvent:'),
    byDay: z.boolean().default(false),
  }),
  output: reportOutput,
  run: (client, { eventNames, parameter, byDay, startDate, endDate, ...page }) =>
    runReport(client, {
      ...page,
      dateRanges: [{ startDate, endDate }],
      dimensions: ['eventName', ...(parameter ? [`customEvent:${parameter}`] : []), ...(byDay ? ['date'] : [])],
      metrics: ['eventCount', 'totalUsers', 'eventCountPerUser', 'eventValue'],
      dimensionFilters: eventNames && [{ field: 'eventName', values: eventNames }],
      orderBys: highestFirst('eventCount'),
    }),
});
