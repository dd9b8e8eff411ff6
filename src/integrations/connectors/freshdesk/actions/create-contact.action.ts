import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { contactSchema } from '../contact.js';

export const createContact = defineAction({
  key: 'create_contact',
  effect: 'WRITE',
  description: {
    en: 'Adds a user of the customer portal. Nobody is written to: invite_contact does that. An e-mail that is already known is refused as a conflict.',
    fr: 'Ajoute un utilisateur du portail client. Personne ne reçoit de message : invite_contact s’en charge. Un e-mail déjà connu est refusé comme conflit.',
  },
  input: z
    .object({
      name: z.string().min(1).max(255),
      email: z.email().optional().describe('Needed to use the portal'),
      phone: z.string().min(3).max(32).optional(),
      mobile: z.string().min(3).max(32).optional(),
      companyId: z.int().positive().optional(),
      viewAllTickets: z.boolean().optional().describe('Lets the contact see all tickets of the company'),
      jobTitle: z.string().optional(),
      language: z.string().min(2).max(8).optional().describe('For example fr'),
      tags: z.array(z.string()).optional(),
    })
    .refine(({ email, phone, mobile }) => email ?? phone ?? mobile, {
      message: 'Give email, phone or mobile. | Donnez email, phone ou mobile.',
      path: ['email'],
    }),
  output: contactSchema,
  run: (client, { companyId, viewAllTickets, jobTitle, ...contact }) =>
    client.post('/contacts', {
      json: { ...contact, company_id: companyId, view_all_tickets: viewAllTickets, job_title: jobTitle },
      reply: contactSchema,
    }),
});
