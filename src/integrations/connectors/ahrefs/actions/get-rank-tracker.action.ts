import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { projectInput, projectOf } from '../project.js';
import { columnsOf, report, today, unitsUsed } from '../report.js';
import { dayInput, limitInput } from '../report-input.js';

const trackedSchema = z.object({
  keyword: z.string(),
  country: z.string().nullish(),
  location: z.string().nullish(),
  position: z.number().nullish(),
  url: z.string().nullish(),
  volume: z.number().nullish(),
  traffic: z.number().nullish().describe('Estimated visits a month'),
  keyword_difficulty: z.number().nullish(),
  serp_updated: z.string().nullish(),
});
const comparedSchema = z.object({ position_prev: z.number().nullish(), position_diff: z.number().nullish() });
const rowSchema = trackedSchema.extend(comparedSchema.shape);
const trackedReply = z.object({ overviews: z.array(rowSchema).nullish() });

export const getRankTracker = defineAction({
  key: 'get_rank_tracker',
  effect: 'READ',
  description: {
    en: 'Positions of the keywords that a Rank Tracker project follows, and how they moved. Free of API units. Keywords are added in Ahrefs itself.',
    fr: 'Positions des mots-clés suivis par un projet Rank Tracker, et leur évolution. Sans unités d’API. Les mots-clés s’ajoutent dans Ahrefs.',
  },
  input: z.object({
    projectId: projectInput,
    device: z.enum(['desktop', 'mobile']).default('mobile'),
    date: dayInput.optional().describe('Default: today'),
    comparedTo: dayInput.optional(),
    limit: limitInput,
  }),
  output: z.object({ items: z.array(rowSchema), unitsUsed }),
  async run(client, { projectId, device, date = today(client), comparedTo, limit }) {
    const { body, unitsUsed: units } = await report(client, '/rank-tracker/overview', {
      query: {
        project_id: projectOf(client, projectId),
        device,
        date,
        date_compared: comparedTo,
        limit,
        select: comparedTo === undefined ? columnsOf(trackedSchema) : columnsOf(trackedSchema, comparedSchema),
        order_by: 'traffic:desc',
      },
      reply: trackedReply,
    });
    return { items: body.overviews ?? [], unitsUsed: units };
  },
});
