import { noReply, route } from '../../../kernel/http/index.js';
import { eventTypeMissing, reservationRefused } from './calcom-refusals.js';
import type { CalComRequests, CallLimits } from './calcom-requests.js';
import { ignoreMissing } from './ignore-missing.js';
import { reservationReply, slotsReply, type CalComReservation, type CalComSlot } from './slots.js';

export interface SlotSearch {
  readonly eventTypeId: number;
  /** The first moment at which a slot may begin. */
  readonly from: Date;
  /** The moment before which it has to begin. */
  readonly to: Date;
  /** In which days are counted. */
  readonly timeZone: string;
  /** In minutes; only for an event type with several lengths. */
  readonly duration?: number | undefined;
  /** A booking that is to be moved: its own time counts as free. */
  readonly bookingUidToReschedule?: string | undefined;
}

export interface SlotHold {
  readonly eventTypeId: number;
  readonly start: Date;
  readonly durationMinutes?: number | undefined;
  /** Five minutes unless given; another time is for hosts only. */
  readonly holdMinutes?: number | undefined;
}

/** Free slots and their reservations: https://cal.com/docs/api-reference/v2/slots */
export class SlotsApi {
  constructor(private readonly requests: CalComRequests) {}

  /** In the order of time. @throws EventTypeNotFound */
  async find(search: SlotSearch, { timeoutMs }: CallLimits = {}): Promise<readonly CalComSlot[]> {
    const { from, to, eventTypeId, timeZone, duration, bookingUidToReschedule } = search;
    if (from >= to) return [];
    // Midnight would mean that whole day, so the end is the last moment before.
    const end = new Date(to.getTime() - 1).toISOString();
    const slots = await this.requests.get('/v2/slots', {
      query: {
        eventTypeId,
        start: from.toISOString(),
        end,
        timeZone,
        duration,
        bookingUidToReschedule,
        format: 'range',
      },
      reply: slotsReply,
      timeoutMs,
      readings: [eventTypeMissing],
    });
    return slots.filter(({ start }) => start >= from && start < to);
  }

  /** @throws SlotUnavailable where it is booked or reserved already. */
  reserve(hold: SlotHold, { timeoutMs }: CallLimits = {}): Promise<CalComReservation> {
    const { eventTypeId, start, durationMinutes: slotDuration, holdMinutes: reservationDuration } = hold;
    return this.requests.post('/v2/slots/reservations', {
      json: { eventTypeId, slotStart: start.toISOString(), slotDuration, reservationDuration },
      reply: reservationReply,
      timeoutMs,
      readings: [reservationRefused, eventTypeMissing],
    });
  }

  /** A reservation that has run out is released already. */
  async release(reservationUid: string, { timeoutMs }: CallLimits = {}): Promise<void> {
    await ignoreMissing(
      this.requests.delete(route`/v2/slots/reservations/${reservationUid}`, { reply: noReply, timeoutMs }),
    );
  }
}
