import { invalid } from '../refusal.js';
import type { StandInBooking } from '../state/booking.js';
import type { BookingStore } from '../state/booking-store.js';
import { success, type Handler, type StandInReply } from './stand-in-request.js';

/**
 * What a request gets that names no version, or one that is not known: that of 2024-04-15, whose shapes are others. Only so
 * much of it that whoever forgets the header notices.
 */
export function oldBookingList(store: BookingStore): Handler {
  return () => success({ bookings: [...store.list()].map(oldShape), recurringInfo: [], nextCursor: null });
}

export function oldBookingOutput(booking: StandInBooking): StandInReply {
  return success(oldShape(booking));
}

export const oldCreate: Handler = ({ body }) => {
  const given = typeof body === 'object' && body !== null ? body : {};
  const missing = ['timeZone', 'language', 'metadata', 'responses'].filter((name) => !(name in given));
  throw invalid(
    missing.length > 0 ? missing.map((name) => `${name} should not be empty`) : ['responses must be an object'],
  );
};

function oldShape(booking: StandInBooking): Record<string, unknown> {
  const { id, uid, title, description, start, end, status, location } = booking;
  const attendees = booking.attendees.map(({ email, name, timeZone }) => ({ email, name, timeZone }));
  return {
    id,
    uid,
    title,
    description,
    startTime: start,
    endTime: end,
    status: status.toUpperCase(),
    location,
    attendees,
  };
}
