import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorInput, cursorPage } from '../../../families/meta/cursor-page.js';

const campaignSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  objective: z.string().nullish(),
  status: z.string().nullish().describe('As it was set'),
  effective_status: z.string().nullish().describe('As it is, with review and billing'),
  daily_budget: z.string().nullish().describe('In the currency’s smallest unit'),
  lifetime_budget: z.string().nullish().describe('In the currency’s smallest unit'),
  budget_remaining: z.string().nullish(),
  start_time: z.string().nullish(),
  stop_time: z.string().nullish(),
});
const statuses = [
  'ACTIVE',
  'PAUSED',
  'ARCHIVED',
  'IN_PROCESS',
  'WITH_ISSUES',
  'PENDING_REVIEW',
  'DISAPPROVED',
] as const;

export const listCampaigns = defineAction({
  key: 'list_campaigns',
  effect: 'READ',
  description: {
    en: 'Lists the campaigns of the ad account with status and budgets. Budgets are in the smallest unit of its currency: 1500 is 15.00 €.',
    fr: 'Liste les campagnes du compte publicitaire avec leur état et leurs budgets. Les budgets sont dans la plus petite unité de sa devise : 1500 vaut 15,00 €.',
  },
  input: z.object({
    effectiveStatus: z.array(z.enum(statuses)).min(1).optional(),
    limit: z.int().min(1).max(100).default(25),
    cursor: cursorInput,
  }),
  output: z.object({ items: z.array(campaignSchema), nextCursor: z.string().nullable() }),
  run: (client, { effectiveStatus, limit, cursor }) =>
    client.get('/campaigns', {
      base: 'ads',
      query: {
        fields: Object.keys(campaignSchema.shape).join(','),
        effective_status: effectiveStatus && JSON.stringify(effectiveStatus),
        limit,
        after: cursor,
      },
      reply: cursorPage(campaignSchema),
    }),
});
