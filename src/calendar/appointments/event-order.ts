import type { Appointment, AppointmentStatus } from './appointment.js';

interface Said {
  /** Undefined where the event says nothing of it. */
  status: AppointmentStatus | undefined;
  saidAt: Date;
}

const ranks: Readonly<Record<AppointmentStatus, number>> = { PENDING: 0, ACCEPTED: 1, CANCELLED: 2, REJECTED: 2 };

/**
 * Whether what an event says replaces what is known. A cancellation or a refusal is left by no event, whenever that was sent;
 * else the later one counts, and of two at once that which is nearer to the end.
 */
export function outranksKnown(known: Appointment, { status = known.status, saidAt }: Said): boolean {
  if (known.lastSeenAt !== null && saidAt <= known.lastSeenAt) return false;
  const ended = [isEnd(known.status), isEnd(status)] as const;
  if (ended[0] !== ended[1]) return ended[1];
  if (known.toldAt === null) return true;
  const later = saidAt.getTime() - known.toldAt.getTime();
  return later === 0 ? ranks[status] > ranks[known.status] : later > 0;
}

function isEnd(status: AppointmentStatus): boolean {
  return ranks[status] === ranks.CANCELLED;
}
