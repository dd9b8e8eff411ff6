import { z } from 'zod';

/** https://mailchimp.com/developer/marketing/api/reports/ */
export const reportSchema = z.object({
  id: z.string(),
  campaign_title: z.string().nullish(),
  subject_line: z.string().nullish(),
  type: z.string().nullish(),
  send_time: z.string().nullish(),
  emails_sent: z.number().nullish(),
  abuse_reports: z.number().nullish(),
  unsubscribed: z.number().nullish(),
  opens: z
    .object({
      opens_total: z.number().nullish(),
      unique_opens: z.number().nullish(),
      open_rate: z.number().nullish().describe('0 to 1'),
    })
    .nullish(),
  clicks: z
    .object({
      clicks_total: z.number().nullish(),
      unique_subscriber_clicks: z.number().nullish(),
      click_rate: z.number().nullish().describe('0 to 1'),
    })
    .nullish(),
  bounces: z
    .object({
      hard_bounces: z.number().nullish(),
      soft_bounces: z.number().nullish(),
      syntax_errors: z.number().nullish(),
    })
    .nullish(),
  ecommerce: z
    .object({
      total_orders: z.number().nullish(),
      total_revenue: z.number().nullish(),
      currency_code: z.string().nullish(),
    })
    .nullish(),
});

const group = z.object({
  unique_opens: z.number().nullish(),
  recipient_clicks: z.number().nullish(),
  bounces: z.number().nullish(),
  unsubs: z.number().nullish(),
});

export const fullReport = reportSchema.extend({
  ab_split: z.object({ a: group.nullish(), b: group.nullish() }).nullish().describe('Old A/B campaigns only'),
  list_stats: z
    .object({ open_rate: z.number().nullish(), click_rate: z.number().nullish() })
    .nullish()
    .describe('Averages of the audience, in percent'),
  industry_stats: z
    .object({ type: z.string().nullish(), open_rate: z.number().nullish(), click_rate: z.number().nullish() })
    .nullish(),
});

/** The names of the fields, for the `fields` of a request. */
export function reportFields(prefix = ''): string {
  return Object.keys(prefix === '' ? fullReport.shape : reportSchema.shape)
    .map((name) => `${prefix}${name}`)
    .join(',');
}
