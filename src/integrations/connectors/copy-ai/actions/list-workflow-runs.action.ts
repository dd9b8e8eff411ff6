import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { readRuns, runSchema } from '../run.js';
import { workflowId } from '../workflows.js';

export const listWorkflowRuns = defineAction({
  key: 'list_workflow_runs',
  effect: 'READ',
  description: {
    en: 'Lists the runs of a workflow with their inputs and outputs. Costs nothing.',
    fr: 'Liste les exécutions d’un workflow avec leurs entrées et résultats. Gratuit.',
  },
  input: z.object({
    workflowId,
    limit: z.int().min(1).max(100).default(10),
    cursor: z
      .string()
      .regex(/^[1-9]\d{0,4}$/)
      .optional()
      .describe('nextCursor of the page before'),
  }),
  output: z.object({ items: z.array(runSchema), nextCursor: z.string().nullable() }),
  async run(client, { workflowId: id, limit, cursor = '1' }) {
    const page = Number(cursor);
    const { total, runs } = await readRuns(client, id, { size: limit, page });
    const goesOn = total === null ? runs.length === limit : page * limit < total && runs.length > 0;
    return { items: runs, nextCursor: goesOn ? String(page + 1) : null };
  },
});
