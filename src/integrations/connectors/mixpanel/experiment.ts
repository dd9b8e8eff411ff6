import { z } from 'zod';

/** https://docs.mixpanel.com/reference/list-experiments */
export const experimentSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  hypothesis: z.string().nullish(),
  status: z.string().nullish().describe('draft, active, concluded, success or fail'),
  variants: z.array(z.unknown()).nullish(),
  metrics: z.array(z.unknown()).nullish(),
  start_date: z.string().nullish(),
  end_date: z.string().nullish(),
  creator_name: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
});

/** What Mixpanel last computed: how many saw which variant, and with what effect. */
export const experimentResults = experimentSchema.extend({
  settings: z.record(z.string(), z.unknown()).nullish(),
  exposures_cache: z.record(z.string(), z.unknown()).nullish().describe('How many were shown each variant'),
  results_cache: z.record(z.string(), z.unknown()).nullish().describe('Lift and significance by metric and variant'),
});
