import { z } from 'zod';

/** https://developers.jasper.ai/docs/using-agents */
export const agentTaskSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  scope: z.string().nullish().describe('PUBLIC: Jasper’s own; WORKSPACE, USER: made here'),
  version: z.number().nullish(),
  contextItems: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().nullish(),
        type: z.string().nullish(),
        question: z.string().nullish(),
        options: z.array(z.string()).nullish(),
        required: z.boolean().nullish(),
      }),
    )
    .nullish()
    .describe('What run_agent_task takes, by id'),
});
