import { z } from 'zod';

const levels = ['account', 'campaign', 'adset', 'ad'] as const;
const datePresets = [
  'today',
  'yesterday',
  'last_3d',
  'last_7d',
  'last_14d',
  'last_28d',
  'last_30d',
  'last_90d',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
  'maximum',
] as const;
const breakdowns = [
  'age',
  'gender',
  'country',
  'region',
  'publisher_platform',
  'platform_position',
  'device_platform',
  'impression_device',
] as const;

export const insightsInput = z.object({
  level: z.enum(levels).default('campaign').describe('What each row is about'),
  datePreset: z.enum(datePresets).optional().describe('Or since and until; last_30d without either'),
  since: z.iso.date().optional().describe('First day, in the ad account’s time zone'),
  until: z.iso.date().optional().describe('Last day'),
  timeIncrement: z
    .union([z.int().min(1).max(90), z.literal('monthly')])
    .optional()
    .describe('Days in a row, or monthly; without it one row for the whole time'),
  breakdowns: z.array(z.enum(breakdowns)).min(1).max(3).optional(),
  limit: z.int().min(1).max(500).default(100).describe('Rows a page'),
});

export type InsightsInput = z.output<typeof insightsInput>;

export function hasOnePeriod({ datePreset, since, until }: InsightsInput): boolean {
  return datePreset === undefined
    ? (since === undefined) === (until === undefined)
    : since === undefined && until === undefined;
}

export const onePeriod = {
  error: 'Give datePreset, or since and until. | Donnez datePreset, ou since et until.',
  path: ['datePreset'],
};

const numbers = ['spend', 'impressions', 'reach', 'frequency', 'clicks', 'ctr', 'cpc', 'cpm'];
const actions = ['actions', 'action_values', 'purchase_roas'];
const names: Readonly<Record<InsightsInput['level'], readonly string[]>> = {
  account: [],
  campaign: ['campaign_id', 'campaign_name', 'objective'],
  adset: ['campaign_id', 'campaign_name', 'adset_id', 'adset_name'],
  ad: ['campaign_id', 'campaign_name', 'adset_id', 'adset_name', 'ad_id', 'ad_name'],
};

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/insights/ */
export function reportOf({ level, datePreset, since, until, timeIncrement, breakdowns: by }: InsightsInput) {
  return {
    level,
    fields: [...names[level], 'account_currency', ...numbers, ...actions].join(','),
    time_range: since !== undefined && until !== undefined ? { since, until } : undefined,
    date_preset: since === undefined ? (datePreset ?? 'last_30d') : undefined,
    time_increment: timeIncrement === undefined ? undefined : String(timeIncrement),
    breakdowns: by?.join(','),
  };
}

const actionStats = z.array(z.object({ action_type: z.string().nullish(), value: z.string().nullish() })).nullish();
const text = z.string().nullish();

/** Numbers come as texts. */
export const adsInsightSchema = z.object({
  date_start: text,
  date_stop: text,
  account_currency: text,
  campaign_id: text,
  campaign_name: text,
  objective: text,
  adset_id: text,
  adset_name: text,
  ad_id: text,
  ad_name: text,
  spend: text.describe('In account_currency'),
  impressions: text,
  reach: text,
  frequency: text,
  clicks: text,
  ctr: text.describe('Percent'),
  cpc: text,
  cpm: text,
  actions: actionStats,
  action_values: actionStats,
  purchase_roas: actionStats,
  age: text,
  gender: text,
  country: text,
  region: text,
  publisher_platform: text,
  platform_position: text,
  device_platform: text,
  impression_device: text,
});
