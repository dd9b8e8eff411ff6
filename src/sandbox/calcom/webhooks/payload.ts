import type { StandInBooking } from '../state/booking.js';
import type { EventTypes } from '../state/event-types.js';
import type { Announcement, BookingCancelled, BookingMade, NoShowUpdated } from './announcement.js';
import { core, personOf, wholeSeconds } from './payload-core.js';

type Json = Record<string, unknown>;

/** The body of a webhook, sent at an instant. */
export function webhookBody(announcement: Announcement, eventTypes: EventTypes, at: Date): Json {
  const { trigger } = announcement;
  const inEnvelope = (payload: Json) => ({ triggerEvent: trigger, createdAt: at.toISOString(), payload });
  switch (announcement.trigger) {
    case 'MEETING_STARTED':
    case 'MEETING_ENDED':
      return flatBody(trigger, announcement.booking, eventTypes);
    case 'BOOKING_CANCELLED':
      return inEnvelope(cancelledPayload(announcement, eventTypes));
    case 'BOOKING_REJECTED':
      return inEnvelope(rejectedPayload(announcement, eventTypes));
    case 'BOOKING_PAID':
      return inEnvelope(paidPayload(announcement, eventTypes));
    case 'BOOKING_NO_SHOW_UPDATED':
      return inEnvelope(noShowPayload(announcement));
    case 'BOOKING_CREATED':
    case 'BOOKING_REQUESTED':
    case 'BOOKING_PAYMENT_INITIATED':
    case 'BOOKING_RESCHEDULED':
      return inEnvelope(madePayload(announcement, eventTypes));
  }
}

function madePayload(announcement: BookingMade, eventTypes: EventTypes): Json {
  const { booking, trigger, movedFrom } = announcement;
  const moved = movedFrom && {
    rescheduleUid: movedFrom.uid,
    rescheduleId: movedFrom.id,
    rescheduleStartTime: wholeSeconds(movedFrom.start),
    rescheduleEndTime: wholeSeconds(movedFrom.end),
    ...(booking.rescheduledByEmail === null ? {} : { rescheduledBy: booking.rescheduledByEmail }),
  };
  return {
    ...core(announcement, eventTypes),
    metadata: metadataOf(announcement),
    // Hard-coded by trigger at Cal.com, whatever the row says.
    status: trigger === 'BOOKING_REQUESTED' ? 'PENDING' : 'ACCEPTED',
    ...(trigger === 'BOOKING_REQUESTED' ? {} : moved),
  };
}

function cancelledPayload(announcement: BookingCancelled, eventTypes: EventTypes): Json {
  const { booking, reason, cancelledBy, requestReschedule } = announcement;
  const { attendees, price, requiresConfirmation, ...rest } = core(announcement, eventTypes);
  return {
    ...rest,
    price: price === 0 ? null : price,
    requiresConfirmation: requiresConfirmation === true ? true : null,
    attendees: Array.isArray(attendees) ? attendees.map(withoutNameParts) : [],
    startTime: withOffset(booking.start),
    endTime: withOffset(booking.end),
    location: booking.location,
    status: 'CANCELLED',
    cancellationReason: reason,
    ...(cancelledBy === null ? {} : { cancelledBy }),
    requestReschedule,
    iCalSequence: booking.icsSequence + 1,
  };
}

function rejectedPayload(announcement: Announcement, eventTypes: EventTypes): Json {
  const { start: startTime, end: endTime, rejectionReason } = announcement.booking;
  return { ...core(announcement, eventTypes), startTime, endTime, status: 'REJECTED', rejectionReason };
}

function paidPayload(announcement: Announcement, eventTypes: EventTypes): Json {
  const { booking } = announcement;
  return {
    ...core(announcement, eventTypes),
    status: booking.status.toUpperCase(),
    paymentId: booking.paymentId,
    metadata: {
      identifier: 'cal.com',
      bookingId: booking.id,
      eventTypeId: booking.eventTypeId,
      bookerEmail: booking.attendees[0]?.email,
      eventTitle: eventTypes.find(booking.eventTypeId)?.title,
      externalId: `pi_${booking.paymentId ?? 0}`,
    },
  };
}

/** Without a `uid`: the booking's has another name here. */
function noShowPayload({ booking, attendees }: NoShowUpdated): Json {
  return { message: 'Attendees marked as no-show', bookingUid: booking.uid, bookingId: booking.id, attendees };
}

/** The row itself, at the top: no payload, and `createdAt` is the booking's. */
function flatBody(triggerEvent: string, booking: StandInBooking, eventTypes: EventTypes): Json {
  const host = eventTypes.host(booking.hostId);
  return {
    triggerEvent,
    id: booking.id,
    uid: booking.uid,
    userId: booking.hostId,
    userPrimaryEmail: host?.email ?? null,
    eventTypeId: booking.eventTypeId,
    title: booking.title,
    description: booking.description,
    customInputs: null,
    responses: booking.responses,
    startTime: booking.start,
    endTime: booking.end,
    location: booking.location,
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
    status: booking.status.toUpperCase(),
    paid: booking.paid,
    cancellationReason: booking.cancellationReason,
    rejectionReason: booking.rejectionReason,
    recurringEventId: booking.recurringBookingUid,
    metadata: booking.metadata,
    iCalUID: booking.icsUid,
    iCalSequence: booking.icsSequence,
    user: host && personOf(host),
    attendees: booking.attendees.map(({ name, email, timeZone, language }) => ({
      name,
      email,
      timeZone,
      locale: language,
    })),
  };
}

function metadataOf({ booking, seat }: Announcement): Json {
  const { videoCallUrl } = booking;
  return { ...(videoCallUrl === null ? {} : { videoCallUrl }), ...(seat?.seat?.metadata ?? booking.metadata) };
}

function withoutNameParts(attendee: unknown): unknown {
  if (typeof attendee !== 'object' || attendee === null) return attendee;
  const { firstName: _first, lastName: _last, ...rest }: Json = { ...attendee };
  return rest;
}

/** `2026-11-20T10:15:00+00:00`. */
function withOffset(iso: string): string {
  return iso.replace(/\.\d+Z$/, '+00:00');
}
