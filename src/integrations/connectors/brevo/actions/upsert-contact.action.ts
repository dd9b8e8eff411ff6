import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { optionalReply } from '../optional-reply.js';

const created = z.object({ id: z.number().nullish() });

export const upsertContact = defineAction({
  key: 'upsert_contact',
  effect: 'WRITE',
  description: {
    en: 'Creates a contact or updates the one that has this e-mail, phone or own id; may be repeated. Only attributes that exist in Brevo are kept. Automations that wait for a changed attribute start. Lists are joined by add_to_list.',
    fr: 'Crée un contact ou met à jour celui qui a cet e-mail, ce téléphone ou cet identifiant ; peut être répété. Seuls les attributs existants dans Brevo sont gardés. Les automatisations qui attendent un attribut modifié démarrent. L’ajout à une liste se fait par add_to_list.',
  },
  input: z
    .object({
      email: z.email().optional(),
      phone: z
        .string()
        .regex(/^\+?\d{6,15}$/)
        .optional()
        .describe('With its country code: +33689965433'),
      extId: z.string().min(1).max(255).optional().describe('Id of the contact in your own system'),
      attributes: z
        .record(z.string().regex(/^[A-Z0-9_]+$/), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
        .optional()
        .describe('By the attribute’s name in capitals: FIRSTNAME, LASTNAME…'),
      emailBlacklisted: z.boolean().optional().describe('true: no more e-mail campaigns'),
      smsBlacklisted: z.boolean().optional().describe('true: no more SMS campaigns'),
    })
    .refine(({ email, phone, extId }) => email ?? phone ?? extId, {
      message: 'Give email, phone or extId. | Donnez email, phone ou extId.',
      path: ['email'],
    }),
  output: z.object({ id: z.number().nullable().describe('Null where it was there already'), created: z.boolean() }),
  async run(client, { phone, extId, attributes, ...contact }) {
    const { status, body } = await client.call('POST', '/contacts', {
      json: {
        ...contact,
        ext_id: extId,
        attributes: phone === undefined ? attributes : { ...attributes, SMS: phone },
        updateEnabled: true,
      },
      reply: optionalReply(created),
    });
    return { id: body?.id ?? null, created: status === 201 };
  },
});
