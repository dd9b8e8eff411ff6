import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { crmRecord, cursorField, listReply, pageIn, pageOf, recordId } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';

const properties = [
  'hs_email_subject',
  'hs_email_status',
  'hs_email_direction',
  'hs_email_open_count',
  'hs_email_click_count',
  'hs_email_reply_count',
  'hs_timestamp',
];

const trackedEmail = z.object({
  id: z.string(),
  subject: z.string().nullable(),
  status: z.string().nullable().describe('SENT, BOUNCED, FAILED, SCHEDULED or SENDING'),
  direction: z.string().nullable(),
  sentAt: z.string().nullable(),
  opens: z.number().nullable(),
  clicks: z.number().nullable(),
  replies: z.number().nullable(),
});

export const getEmailTracking = defineAction({
  key: 'get_email_tracking',
  effect: 'READ',
  description: {
    en: 'Lists one-to-one e-mails logged in HubSpot, the newest first, with their opens, clicks and replies. Counters are there for tracked e-mails only, and opens are a guess: mail programs load pictures by themselves. Marketing e-mails are counted by get_email_statistics.',
    fr: 'Liste les e-mails individuels consignés dans HubSpot, les plus récents d’abord, avec ouvertures, clics et réponses. Les compteurs n’existent que pour les e-mails suivis, et les ouvertures sont une estimation : les messageries chargent des images d’elles-mêmes. Les e-mails marketing se comptent avec get_email_statistics.',
  },
  input: z.object({
    contactId: recordId.optional(),
    since: z.iso.datetime().optional(),
    limit: z.int().min(1).max(200).default(50),
    cursor: cursorField,
  }),
  output: pageOf(trackedEmail),
  async run(client, { contactId, since, limit, cursor }) {
    const filters = [
      { propertyName: 'hs_email_direction', operator: 'EQ', value: 'EMAIL' },
      ...(contactId === undefined ? [] : [{ propertyName: 'associations.contact', operator: 'EQ', value: contactId }]),
      ...(since === undefined
        ? []
        : [{ propertyName: 'hs_timestamp', operator: 'GTE', value: String(Date.parse(since)) }]),
    ];
    const json = { filterGroups: [{ filters }], sorts: ['-hs_timestamp'], properties, limit, after: cursor };
    const path = route`/crm/objects/${apiVersion}/emails/search`;
    const page = pageIn(await client.post(path, { json, reply: listReply(crmRecord), readOnly: true }));
    return { ...page, items: page.items.map(readTracking) };
  },
});

function readTracking({ id, properties: values }: z.output<typeof crmRecord>): z.output<typeof trackedEmail> {
  const textOf = (name: string) => values?.[name] ?? null;
  const countOf = (name: string) => (/^\d+$/.test(textOf(name) ?? '') ? Number(textOf(name)) : null);
  return {
    id,
    subject: textOf('hs_email_subject'),
    status: textOf('hs_email_status'),
    direction: textOf('hs_email_direction'),
    sentAt: textOf('hs_timestamp'),
    opens: countOf('hs_email_open_count'),
    clicks: countOf('hs_email_click_count'),
    replies: countOf('hs_email_reply_count'),
  };
}
