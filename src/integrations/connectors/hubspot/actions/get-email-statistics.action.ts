import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { apiVersion } from '../hubspot-version.js';
import { emailId } from '../marketing-email.js';

const figures = z.record(z.string(), z.number());

export const getEmailStatistics = defineAction({
  key: 'get_email_statistics',
  effect: 'READ',
  description: {
    en: 'Sums up the figures of marketing e-mails sent in a period: sent, delivered, open, click, bounce, unsubscribed, and their ratios in per cent. Of the given e-mails, or of all together.',
    fr: 'Résume les chiffres des e-mails marketing envoyés sur une période : envoyés, livrés, ouverts, cliqués, rejetés, désabonnés, et leurs taux en pourcentage. Pour les e-mails donnés, ou tous ensemble.',
  },
  input: z.object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    emailIds: z.array(emailId).max(50).optional(),
  }),
  output: z.object({ emailIds: z.array(z.int()), counters: figures, ratios: figures }),
  async run(client, { from, to, emailIds }) {
    const { emails, aggregate } = await client.get(route`/marketing/emails/${apiVersion}/statistics/list`, {
      query: { startTimestamp: from, endTimestamp: to, emailIds },
      reply: z.object({
        emails: z.array(z.int()).nullish(),
        aggregate: z.object({ counters: figures.nullish(), ratios: figures.nullish() }).nullish(),
      }),
    });
    return { emailIds: emails ?? [], counters: aggregate?.counters ?? {}, ratios: aggregate?.ratios ?? {} };
  },
});
