import type { Availability } from '../slots/availability.js';
import type { StandInBooking } from '../state/booking.js';
import type { BookingStore } from '../state/booking-store.js';
import type { EventTypes } from '../state/event-types.js';
import type { StandInEventType } from '../event-type.js';
import type { Announce } from '../webhooks/announcement.js';
import { bookingNotFound, eventTypeNotFound } from './booking-refusals.js';

/** What all that changes bookings works with. */
export interface DeskParts {
  readonly store: BookingStore;
  readonly eventTypes: EventTypes;
  readonly availability: Availability;
  readonly announce: Announce;
  readonly now: () => Date;
  /** Rows that no change has touched yet have no `updatedAt` where this is false. */
  readonly updatedAtOnCreate: boolean;
}

/** @throws Refusal 404 */
export function bookingOf({ store }: DeskParts, uid: string): StandInBooking {
  const booking = store.find(uid);
  if (!booking) throw bookingNotFound(uid);
  return booking;
}

/** @throws Refusal 404 */
export function eventTypeOf({ eventTypes }: DeskParts, booking: StandInBooking): StandInEventType {
  const eventType = eventTypes.find(booking.eventTypeId);
  if (!eventType) throw eventTypeNotFound(booking.eventTypeId);
  return eventType;
}

/** Cal.com announces a booking before it has the address of its video meeting, which is written afterwards. */
export async function announceThenConnect(
  parts: DeskParts,
  booking: StandInBooking,
  tell: () => Promise<void>,
): Promise<StandInBooking> {
  if (!booking.location.startsWith('integrations:') || booking.videoCallUrl !== null) {
    void tell();
    return booking;
  }
  await tell();
  parts.store.begin();
  return parts.store.change(booking.uid, {
    videoCallUrl: `https://app.cal.com/video/${booking.uid}`,
    updatedAt: parts.now().toISOString(),
  });
}
