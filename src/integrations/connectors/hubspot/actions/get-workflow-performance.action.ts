import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { workflowVersion } from '../hubspot-version.js';
import { workflowId } from '../workflow.js';

const point = z.object({
  bucket: z.string().describe('When the day, week or month begins'),
  series: z.string().describe('What is counted, such as enrolments or completions'),
  frequency: z.number(),
});

export const getWorkflowPerformance = defineAction({
  key: 'get_workflow_performance',
  effect: 'READ',
  description: {
    en: 'Counts by day, week or month how many records a workflow took in and how they went on.',
    fr: 'Compte par jour, semaine ou mois combien de fiches un workflow a prises en charge et ce qu’elles sont devenues.',
  },
  input: z.object({
    workflowId,
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    by: z.enum(['DAY', 'WEEK', 'MONTH']).default('DAY'),
  }),
  output: z.object({ items: z.array(point) }),
  async run(client, { workflowId: id, from, to, by }) {
    const { results } = await client.get(route`/automation/${workflowVersion}/flows/performance/${id}`, {
      query: { bucketType: by, start: Date.parse(from), end: Date.parse(to) },
      reply: z.object({ results: z.array(point).nullish() }),
    });
    return { items: results ?? [] };
  },
});
