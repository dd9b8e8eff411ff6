import { sha256 } from '../../kernel/crypto/index.js';
import type { Booker } from '../providers/calcom/booking-order.js';

/** A slot that somebody wants. */
export interface SlotOrder {
  eventTypeId: number;
  start: Date;
  /** A number or an address at least. */
  booker: Booker;
  /** Answers to the event type's questions, by their slugs. */
  responses: Readonly<Record<string, unknown>>;
  /** What makes a repeated order the same one: Vapi's id of the call, or a key of the client's own. */
  origin: OrderOrigin;
}

export type OrderOrigin = { kind: 'call'; callKey: string } | { kind: 'client'; key: string };

/** Who books is told by a digest: the key stands in the database for as long as the booking does. */
export function attemptKey(workspaceId: string, { eventTypeId, start, booker, origin }: SlotOrder): string {
  const said = origin.kind === 'call' ? ['call', origin.callKey] : ['client', origin.key];
  const who = booker.phoneNumber ?? booker.email?.toLowerCase() ?? booker.name.normalize('NFKC').trim().toLowerCase();
  return sha256(JSON.stringify([workspaceId, ...said, eventTypeId, start.toISOString(), who])).toString('hex');
}
