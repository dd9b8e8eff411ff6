import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { moment } from '../campaign.js';
import { companyIds, contactIds } from '../deal.js';

const created = z.object({ id: z.string() });

export const createTask = defineAction({
  key: 'create_task',
  effect: 'WRITE',
  description: {
    en: 'Creates a task for a user of Brevo, linked to contacts, deals or companies. Brevo only reminds its users; nothing is sent to the contacts.',
    fr: 'Crée une tâche pour un utilisateur de Brevo, liée à des contacts, affaires ou entreprises. Brevo ne prévient que ses utilisateurs ; rien n’est envoyé aux contacts.',
  },
  input: z.object({
    name: z.string().min(1).max(255),
    taskTypeId: z.string().min(1).describe('From list_task_types'),
    date: moment.describe('When it is due, with time zone: 2026-12-01T09:00:00+01:00'),
    durationMinutes: z.int().min(1).max(1440).optional(),
    notes: z.string().min(1).max(3000).optional(),
    assignTo: z.email().optional().describe('E-mail of the user who has to do it'),
    contactIds,
    dealIds: z.array(z.string().min(1)).max(100).optional().describe('Ids of deals'),
    companyIds,
  }),
  output: created,
  run: (client, { durationMinutes, assignTo, contactIds: contacts, dealIds, companyIds: companies, ...task }) =>
    client.post('/crm/tasks', {
      json: {
        ...task,
        duration: durationMinutes === undefined ? undefined : durationMinutes * 60_000,
        assignToId: assignTo,
        contactsIds: contacts,
        dealsIds: dealIds,
        companiesIds: companies,
      },
      reply: created,
    }),
});
