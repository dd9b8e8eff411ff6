import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { asTexts, propertyValues } from '../crm-record.js';
import { apiVersion, singleSendVersion } from '../hubspot-version.js';

const paths = {
  marketing: route`/marketing/email-campaigns/${singleSendVersion}/single-send`,
  transactional: route`/marketing/transactional/${apiVersion}/single-email/send`,
};

const sent = z.object({
  statusId: z.string().nullish(),
  status: z.string().nullish().describe('PENDING, PROCESSING, CANCELED or COMPLETE'),
  requestedAt: z.string().nullish(),
  sendResult: z.string().nullish().describe('SENT, QUEUED, ADDRESS_OPTED_OUT, BLOCKED_ADDRESS, IDEMPOTENT_IGNORE …'),
});

const copies = z.array(z.email()).max(20).optional();

export const sendSingleEmail = defineAction({
  key: 'send_single_email',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Sends one e-mail that was designed in HubSpot to one person. marketing: to contacts who agreed, Marketing Hub Enterprise; a contact that is not there yet is created and counts as a marketing contact. transactional: receipts and the like only, with the transactional e-mail add-on. The same sendId is sent once.',
    fr: 'Envoie à une personne un e-mail conçu dans HubSpot. marketing : à des contacts qui l’ont accepté, Marketing Hub Entreprise ; un contact absent est créé et compte comme contact marketing. transactional : reçus et messages semblables seulement, avec l’option e-mails transactionnels. Un même sendId n’est envoyé qu’une fois.',
  },
  input: z.object({
    kind: z.enum(['marketing', 'transactional']),
    emailId: z.int().positive().describe('Of an e-mail saved for this kind of sending'),
    to: z.email(),
    sendId: z.string().min(1).max(255).describe('Your own name for this sending; a repeat of it is ignored'),
    cc: copies,
    bcc: copies,
    replyTo: copies,
    contactProperties: propertyValues.optional().describe('Written to the contact, too'),
    customProperties: z
      .record(z.string().min(1).max(100), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('For {{ custom.… }} in the design; kept nowhere'),
  }),
  output: sent,
  run(client, { kind, emailId, to, sendId, cc, bcc, replyTo, contactProperties, customProperties }) {
    const json = {
      emailId,
      message: { to, sendId, cc, bcc, replyTo },
      contactProperties: contactProperties && asTexts(contactProperties),
      customProperties,
    };
    return client.post(paths[kind], { json, reply: sent });
  },
});
