import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const contact = z.object({
  email: z.email().max(254),
  firstName: z.string().max(50).optional(),
  lastName: z.string().max(50).optional(),
  city: z.string().max(60).optional(),
  country: z.string().max(50).optional(),
  postalCode: z.string().max(20).optional(),
  customFields: z
    .record(z.string(), z.string())
    .optional()
    .describe('Id of list_contact_fields → value as text, numbers too; dates as MM/DD/YYYY'),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/contacts/add-or-update-a-contact */
export const upsertContacts = defineAction({
  key: 'upsert_contacts',
  effect: 'WRITE',
  description: {
    en: 'Adds contacts, or updates those with the same e-mail. Safe to repeat. It takes minutes: get_contacts_job tells when it is done. A new contact can start an automation of its list.',
    fr: 'Ajoute des contacts, ou met à jour ceux qui ont le même e-mail. Peut être répété. Cela prend des minutes : get_contacts_job dit quand c’est fait. Un nouveau contact peut démarrer une automatisation de sa liste.',
  },
  input: z.object({
    listIds: z.array(z.guid()).max(50).optional().describe('Of list_contact_lists'),
    contacts: z.array(contact).min(1).max(5_000),
  }),
  output: z.object({ jobId: z.string() }),
  async run(client, { listIds, contacts }) {
    const { job_id: jobId } = await client.put('/marketing/contacts', {
      json: {
        ...(listIds && { list_ids: listIds }),
        contacts: contacts.map(({ email, firstName, lastName, city, country, postalCode, customFields }) => ({
          email,
          first_name: firstName,
          last_name: lastName,
          city,
          country,
          postal_code: postalCode,
          custom_fields: customFields,
        })),
      },
      reply: z.object({ job_id: z.string() }),
    });
    return { jobId };
  },
});
