import { z } from 'zod';

/** What is kept of a template of Jasper’s. */
export const templateSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  inputSchema: z
    .array(
      z.object({
        inputKey: z.string().nullish(),
        type: z.string().nullish(),
        required: z.boolean().nullish(),
        maxLength: z.number().nullish(),
        label: z.string().nullish(),
        placeholder: z.string().nullish(),
        options: z.array(z.object({ label: z.string().nullish(), value: z.string().nullish() })).nullish(),
      }),
    )
    .nullish()
    .describe('What run_template takes, by inputKey'),
});
