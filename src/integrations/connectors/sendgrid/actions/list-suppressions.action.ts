import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const entry = z.object({
  email: z.string().nullish(),
  created: z.number().nullish().describe('Unix seconds'),
  reason: z.string().nullish(),
  status: z.string().nullish().describe('Code of the refusing server'),
});

/** https://www.twilio.com/docs/sendgrid/for-developers/sending-email/suppressions */
export const listSuppressions = defineAction({
  key: 'list_suppressions',
  effect: 'READ',
  description: {
    en: 'Lists the addresses that SendGrid sends nothing more to, and why: bounces, blocks, spam reports, invalid addresses, or those who unsubscribed from everything. Holds personal data.',
    fr: 'Liste les adresses auxquelles SendGrid n’envoie plus rien, et pourquoi : rejets, blocages, signalements comme spam, adresses invalides, ou désabonnements de tout. Contient des données personnelles.',
  },
  input: z.object({
    kind: z.enum(['bounces', 'blocks', 'spam_reports', 'invalid_emails', 'unsubscribes']),
    since: z.iso.datetime({ offset: true }).optional(),
    until: z.iso.datetime({ offset: true }).optional(),
    email: z.string().min(1).optional().describe('Only addresses that begin with this'),
    limit: z.int().min(1).max(500).default(100),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional()
      .describe('nextCursor of the page before'),
  }),
  output: z.object({ items: z.array(entry), nextCursor: z.string().nullable() }),
  async run(client, { kind, since, until, email, limit, cursor = '0' }) {
    const items = await client.get(route`/suppression/${kind}`, {
      query: { start_time: seconds(since), end_time: seconds(until), email, limit, offset: cursor },
      reply: z.array(entry),
    });
    return { items, nextCursor: items.length < limit ? null : String(Number(cursor) + items.length) };
  },
});

function seconds(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Math.floor(Date.parse(time) / 1000);
}
