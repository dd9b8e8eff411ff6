import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { ticketReply } from './ticket.js';

const stamped = z.object({ ticket: z.object({ updated_at: z.string() }) });

/**
 * Adds to a ticket as it is now. Zendesk refuses the request as a conflict when the ticket has changed meanwhile:
 * https://developer.zendesk.com/documentation/ticketing/managing-tickets/creating-and-updating-tickets/#protecting-against-ticket-update-collisions
 */
export async function commentTicket(
  client: VendorClient,
  ticketId: number,
  changes: Readonly<Record<string, unknown>>,
) {
  const path = route`/tickets/${ticketId}`;
  const { ticket } = await client.get(path, { reply: stamped });
  const json = { ticket: { ...changes, safe_update: true, updated_stamp: ticket.updated_at } };
  // Each time another comment, which may reach the requester: the stamp counts whole seconds and does not rule out a second one.
  return (await client.put(path, { json, reply: ticketReply, once: true })).ticket;
}
