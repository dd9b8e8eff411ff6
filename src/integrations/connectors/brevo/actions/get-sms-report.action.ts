import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { reportPeriod } from '../report-period.js';

const count = z.number().nullish();
const report = z.object({
  range: z.string().nullish(),
  requests: count,
  accepted: count,
  delivered: count,
  hardBounces: count,
  softBounces: count,
  blocked: count,
  rejected: count,
  skipped: count,
  unsubscribed: count,
  replied: count,
});

export const getSmsReport = defineAction({
  key: 'get_sms_report',
  effect: 'READ',
  description: {
    en: 'Counts what became of the single SMS of at most 90 days, all of them or one tag. SMS campaigns are counted by list_sms_campaigns.',
    fr: 'Compte ce que sont devenus les SMS individuels de 90 jours au plus, tous ou ceux d’un tag. Les campagnes SMS sont comptées par list_sms_campaigns.',
  },
  input: reportPeriod,
  output: report,
  run: (client, query) => client.get('/transactionalSMS/statistics/aggregatedReport', { query, reply: report }),
});
