import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { asZendesk, ticketFields, ticketReply, ticketSchema } from '../ticket.js';

export const updateTicket = defineAction({
  key: 'update_ticket',
  effect: 'WRITE',
  description: {
    en: 'Changes the status, priority, type, assignee, group, tags or custom fields of a ticket; what is left out stays. Tags are replaced, not added. Solving can set off the account’s triggers, which may write to the requester. A closed ticket cannot be changed. Agents are limited to 30 updates of one ticket in 10 minutes.',
    fr: 'Change l’état, la priorité, le type, l’agent, le groupe, les étiquettes ou les champs personnalisés d’un ticket ; ce qui est omis reste. Les étiquettes sont remplacées, pas ajoutées. La résolution peut activer les déclencheurs du compte, qui peuvent écrire au demandeur. Un ticket clos ne peut plus changer. 30 modifications d’un même ticket par agent en 10 minutes au plus.',
  },
  input: z.object({
    ticketId: z.int().positive(),
    subject: z.string().min(1).max(255).optional(),
    status: z.enum(['new', 'open', 'pending', 'hold', 'solved']).optional(),
    ...ticketFields,
  }),
  output: ticketSchema,
  async run(client, { ticketId, subject, status, ...fields }) {
    const json = { ticket: { subject, status, ...asZendesk(fields) } };
    // Each update sets off the account’s triggers, which may write to people, so none is sent twice:
    // https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/
    return (await client.put(route`/tickets/${ticketId}`, { json, reply: ticketReply, once: true })).ticket;
  },
});
