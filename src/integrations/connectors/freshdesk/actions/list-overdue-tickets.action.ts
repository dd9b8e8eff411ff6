import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { pageCursor } from '../page.js';
import { searchPage } from '../search.js';
import { ticketSchema } from '../ticket.js';

export const listOverdueTickets = defineAction({
  key: 'list_overdue_tickets',
  effect: 'READ',
  description: {
    en: 'Lists open and pending tickets that have missed their service level: the time for the solution or for the first answer. Looks at 30 candidates a page, so a page can hold fewer; the account’s own statuses are left out.',
    fr: 'Liste les tickets ouverts et en attente qui ont manqué leur niveau de service : le délai de résolution ou de première réponse. Examine 30 candidats par page, une page peut donc en contenir moins ; les statuts propres au compte sont exclus.',
  },
  input: z.object({
    target: z.enum(['resolution', 'first_response']).default('resolution'),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(ticketSchema), nextCursor: z.string().nullable() }),
  async run(client, { target, cursor }) {
    const field = target === 'resolution' ? 'due_by' : 'fr_due_by';
    const now = client.now();
    // The query knows days only, and its :< takes the day itself in.
    const query = `(status:2 OR status:3) AND ${field}:<'${now.toISOString().slice(0, 10)}'`;
    const { items, nextCursor } = await searchPage(client, query, cursor);
    return { items: items.filter((ticket) => isPast(ticket[field], now)), nextCursor };
  },
});

function isPast(due: string | null | undefined, now: Date): boolean {
  return typeof due === 'string' && Date.parse(due) < now.getTime();
}
