import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const contact = z.object({
  id: z.int(),
  email: z.string().nullish(),
  emailBlacklisted: z.boolean().nullish().describe('Gets no e-mail campaigns: unsubscribed, bounced or blocked'),
  smsBlacklisted: z.boolean().nullish(),
  listIds: z.array(z.number()).nullish(),
  attributes: z.record(z.string(), z.unknown()).nullish().describe('By the attribute’s name, in capitals'),
  createdAt: z.string().nullish(),
  modifiedAt: z.string().nullish(),
});

export const getContact = defineAction({
  key: 'get_contact',
  effect: 'READ',
  description: {
    en: 'Reads one contact by e-mail, phone, own id or Brevo’s id: lists, attributes and whether it may be written to. What it received is not returned.',
    fr: 'Lit un contact par e-mail, téléphone, identifiant propre ou identifiant Brevo : listes, attributs et droit de lui écrire. Ce qu’il a reçu n’est pas renvoyé.',
  },
  input: z.object({
    identifier: z.string().min(1).max(320),
    identifierType: z
      .enum(['email_id', 'phone_id', 'contact_id', 'ext_id'])
      .default('email_id')
      .describe('What the identifier is; a phone number with its country code'),
  }),
  output: contact,
  run: (client, { identifier, identifierType }) =>
    client.get(route`/contacts/${identifier}`, { query: { identifierType }, reply: contact }),
});
