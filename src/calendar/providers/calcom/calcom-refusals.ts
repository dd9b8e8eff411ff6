import {
  AlreadyCancelled,
  AlreadyRescheduled,
  AlreadySignedUp,
  BookerLimitReached,
  BookingNotFound,
  CannotCancel,
  CannotReschedule,
  EventTypeNotFound,
  FieldMissing,
  FieldRefused,
  MemberExists,
  PlanLacksOrganization,
  SlotUnavailable,
  WebhookExists,
  type SlotRefusal,
} from './calcom.errors.js';
import type { Reading } from './named-outcome.js';

/*
 * Cal.com tells refusals of bookings apart in words only; a slot that is taken is a 400 like any other. The words are those of
 * https://github.com/calcom/cal.com/blob/main/apps/api/v2/src/ee/bookings/2024-08-13/services/errors.service.ts and, with
 * underscores, of the booking core behind it. Some come with status 500: they are refusals all the same.
 */
const slotWords: readonly (readonly [RegExp, SlotRefusal])[] = [
  [/no more seats left|booking_seats_full|not_enough_available_seats/i, 'full'],
  [
    /already has booking at this time|booking_conflict|no_available_users_found|hosts?_unavailable_for_booking/i,
    'taken',
  ],
  [/can't be booked at the "start" time|booking_time_out_of_bounds/i, 'out_of_bounds'],
  [/book a meeting in the past/i, 'past'],
];

export const slotRefused: Reading = ({ words, failure }) => {
  const why = slotWords.find(([pattern]) => pattern.test(words))?.[1];
  return why ? new SlotUnavailable(why, failure) : null;
};

/** A reservation is refused for no other reason. */
export const reservationRefused: Reading = ({ status, failure }) =>
  status === 422 || status === 409 ? new SlotUnavailable('taken', failure) : null;

export const signedUpAlready: Reading = ({ words, failure }) =>
  /already_signed_up_for_this_booking/i.test(words) ? new AlreadySignedUp(failure) : null;

export const bookerLimitReached: Reading = ({ words, failure }) => {
  if (!/maximum number of active bookings|booker_limit_exceeded/i.test(words)) return null;
  const instead = /existing booking \(([^\s()]+)\)/i.exec(words)?.[1] ?? null;
  return new BookerLimitReached(instead, failure);
};

export const fieldMissing: Reading = ({ words }) => {
  if (/missing attendee phone number/i.test(words)) return new FieldMissing('attendeePhoneNumber');
  const field = /missing required booking field response: ['"]?([^\s'"]{1,100})/i.exec(words)?.[1];
  return field === undefined ? null : new FieldMissing(field);
};

export const fieldRefused: Reading = ({ words }) => {
  const field = /invalid .{1,200}? for booking field ['"]?([^\s'"]{1,100})/i.exec(words)?.[1];
  return field === undefined ? null : new FieldRefused(field);
};

export const eventTypeMissing: Reading = ({ status }) => (status === 404 ? new EventTypeNotFound() : null);

/**
 * Where a booking is looked up before it is moved, its absence is a bare error with status 500; with another uid than the one
 * that was asked for, the same words are about the new booking.
 */
export function bookingMissing(uid?: string): Reading {
  return ({ status, words }) =>
    status === 404 || (uid !== undefined && words.includes(`uid=${uid} was not found`)) ? new BookingNotFound() : null;
}

export const movedAlready: Reading = ({ words, failure }) => {
  const newer = /rescheduled already to booking with uid=([\w-]+)/i.exec(words)?.[1];
  if (newer === undefined) return null;
  return new AlreadyRescheduled(newer === 'undefined' ? null : newer, failure);
};

export const cancelledAlready: Reading = ({ words, failure }) =>
  /(?:has|have) (?:already )?been cancelled|already cancelled/i.test(words) ? new AlreadyCancelled(failure) : null;

export const cancellingRefused: Reading = ({ words, failure }) => {
  if (/does not allow cancel|cancell?ing is disabled|disableCancelling/i.test(words)) {
    return new CannotCancel('not_allowed', failure);
  }
  return /already ended|has ended|in the past/i.test(words) ? new CannotCancel('ended', failure) : null;
};

/** The last words are what a rejected booking is answered with, with status 404. */
export const movingRefused: Reading = ({ words, failure }) =>
  /can't reschedule|cannot be rescheduled|does not allow rescheduling|could not find original booking/i.test(words)
    ? new CannotReschedule(failure)
    : null;

/** A 403 without such words is about the role of the key’s owner. */
export const planLacking: Reading = ({ status, words, failure }) =>
  status === 403 && /sales|upgrade|\bplan\b|admin api|not represent any organi[sz]ation/i.test(words)
    ? new PlanLacksOrganization(failure)
    : null;

export const memberExists: Reading = ({ status, words, failure }) =>
  status === 409 || /user_already_invited_or_member/i.test(words) ? new MemberExists(failure) : null;

export const webhookExists: Reading = ({ status, failure }) => (status === 409 ? new WebhookExists(failure) : null);
