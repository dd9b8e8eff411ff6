import { z } from 'zod';

/** https://www.twilio.com/docs/sendgrid/ui/analytics-and-reporting/stats-overview */
export const countsSchema = z.object({
  requests: z.number().nullish(),
  processed: z.number().nullish(),
  delivered: z.number().nullish(),
  deferred: z.number().nullish(),
  bounces: z.number().nullish(),
  bounce_drops: z.number().nullish(),
  blocks: z.number().nullish(),
  drops: z.number().nullish(),
  invalid_emails: z.number().nullish(),
  spam_reports: z.number().nullish(),
  spam_report_drops: z.number().nullish(),
  unsubscribes: z.number().nullish(),
  opens: z.number().nullish(),
  unique_opens: z.number().nullish(),
  clicks: z.number().nullish(),
  unique_clicks: z.number().nullish(),
});

export const statsQuery = {
  startDate: z.iso.date(),
  endDate: z.iso.date().optional().describe('Today without it'),
  aggregatedBy: z.enum(['day', 'week', 'month']).default('day'),
};
