import { z } from 'zod';

export const usageSchema = z.object({
  subscription: z.string().nullish(),
  usage_reset_date: z.string().nullish(),
  units_limit_workspace: z.number().nullish(),
  units_usage_workspace: z.number().nullish(),
  units_limit_api_key: z.number().nullish().describe('Null: no limit of its own'),
  units_usage_api_key: z.number().nullish(),
  api_key_expiration_date: z.string().nullish(),
});

export const usageReply = z.object({ limits_and_usage: usageSchema });
