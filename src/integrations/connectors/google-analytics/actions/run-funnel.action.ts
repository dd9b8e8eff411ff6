import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { fieldInput } from '../filters.js';
import { funnelStep, stepInput } from '../funnel.js';
import { propertyInput, propertyOf } from '../property.js';
import { dayInput } from '../report.js';
import { quotaSchema, reportRow, rowsOf, tableReply } from '../report-table.js';

const funnelReply = z.object({ funnelTable: tableReply.nullish(), propertyQuota: quotaSchema });

export const runFunnel = defineAction({
  key: 'run_funnel',
  effect: 'READ',
  description: {
    en: 'How many users go from step to step, and how many give up. Google has this in its alpha version only and may change it without notice; if it fails, count the events of the steps with get_custom_events, which does not tell whether the same users did them in this order.',
    fr: 'Combien d’utilisateurs passent d’étape en étape et combien abandonnent. Google ne le propose qu’en version alpha et peut le changer sans préavis ; en cas d’échec, comptez les événements des étapes avec get_custom_events, qui ne dit pas si les mêmes utilisateurs les ont faits dans cet ordre.',
  },
  input: z.object({
    propertyId: propertyInput,
    startDate: dayInput.default('28daysAgo'),
    endDate: dayInput.default('yesterday'),
    steps: z.array(stepInput).min(2).max(10),
    openFunnel: z.boolean().default(false).describe('Users may enter at any step'),
    breakdownBy: fieldInput.optional(),
    breakdownLimit: z.int().min(1).max(15).default(5),
  }),
  output: z.object({
    items: z
      .array(reportRow)
      .describe(
        'funnelStepName; activeUsers, funnelStepCompletionRate, funnelStepAbandonments, funnelStepAbandonmentRate',
      ),
    quota: quotaSchema,
  }),
  async run(client, { propertyId, startDate, endDate, steps, openFunnel, breakdownBy, breakdownLimit }) {
    const { funnelTable, propertyQuota } = await client.post(
      route`/properties/${propertyOf(client, propertyId)}:runFunnelReport`,
      {
        base: 'funnel',
        json: {
          dateRanges: [{ startDate, endDate }],
          funnel: { isOpenFunnel: openFunnel, steps: steps.map(funnelStep) },
          funnelBreakdown: breakdownBy && {
            breakdownDimension: { name: breakdownBy },
            limit: String(breakdownLimit),
          },
          returnPropertyQuota: true,
        },
        readOnly: true,
        reply: funnelReply,
      },
    );
    return { items: funnelTable ? rowsOf(funnelTable) : [], quota: propertyQuota };
  },
});
