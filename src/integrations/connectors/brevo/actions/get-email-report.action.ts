import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { reportPeriod } from '../report-period.js';

const count = z.number().nullish();
const report = z.object({
  range: z.string().nullish(),
  requests: count,
  delivered: count,
  hardBounces: count,
  softBounces: count,
  opens: count,
  uniqueOpens: count,
  clicks: count,
  uniqueClicks: count,
  spamReports: count,
  blocked: count,
  invalid: count,
  unsubscribed: count,
});

export const getEmailReport = defineAction({
  key: 'get_email_report',
  effect: 'READ',
  description: {
    en: 'Counts what became of the transactional e-mails of at most 90 days, all of them or one tag. Campaigns are counted by get_campaign_report.',
    fr: 'Compte ce que sont devenus les e-mails transactionnels de 90 jours au plus, tous ou ceux d’un tag. Les campagnes sont comptées par get_campaign_report.',
  },
  input: reportPeriod,
  output: report,
  run: (client, query) => client.get('/smtp/statistics/aggregatedReport', { query, reply: report }),
});
