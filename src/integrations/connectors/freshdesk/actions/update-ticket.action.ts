import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { customFields, ticketPriority, ticketSchema, ticketStatus } from '../ticket.js';

export const updateTicket = defineAction({
  key: 'update_ticket',
  effect: 'WRITE',
  description: {
    en: 'Changes the state, priority, assignee, group, tags or due times of a ticket; what is left out stays. The account’s own automations may then write to the customer. Tags are replaced, not added.',
    fr: 'Change l’état, la priorité, l’agent, le groupe, les étiquettes ou les échéances d’un ticket ; ce qui est omis reste. Les automatisations du compte peuvent alors écrire au client. Les étiquettes sont remplacées, pas ajoutées.',
  },
  input: z.object({
    ticketId: z.int().positive(),
    status: ticketStatus.optional(),
    priority: ticketPriority.optional(),
    type: z.string().min(1).optional(),
    responderId: z.int().positive().optional().describe('The agent to assign'),
    groupId: z.int().positive().optional(),
    tags: z.array(z.string()).optional(),
    dueBy: z.iso.datetime().optional().describe('When it has to be resolved. Newer accounts work it out anew'),
    firstResponseDueBy: z.iso.datetime().optional(),
    customFields,
  }),
  output: ticketSchema,
  run: (client, { ticketId, responderId, groupId, dueBy, firstResponseDueBy, customFields: custom, ...ticket }) =>
    client.put(route`/tickets/${ticketId}`, {
      json: {
        ...ticket,
        responder_id: responderId,
        group_id: groupId,
        due_by: dueBy,
        fr_due_by: firstResponseDueBy,
        custom_fields: custom,
      },
      reply: ticketSchema,
      // The account’s automations may write to the customer each time.
      once: true,
    }),
});
