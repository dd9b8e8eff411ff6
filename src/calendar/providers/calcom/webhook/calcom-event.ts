import { z } from 'zod';
import { sha256 } from '../../../../kernel/crypto/index.js';
import { attemptOf } from '../../../bookings/attempt-field.js';
import { optionalMoment, optionalText, record } from '../reply-fields.js';
import { NotACalComEvent } from './calcom-webhook.errors.js';

/** A webhook of Cal.com as far as it is understood: https://cal.com/docs/developing/guides/automation/webhooks */
export interface CalComEvent {
  /** `BOOKING_CREATED`; one that nobody knows here is kept as it came. */
  trigger: string;
  /** Null for those that are about no booking. It is a secret. */
  uid: string | null;
  /** Of the booking that was moved. */
  previousUid: string | null;
  /** When it was sent; null where only the booking's own dates are told. */
  sentAt: Date | null;
  /** By which the booking was made here. */
  attemptId: string | null;
  /** What it tells of the booking, in Cal.com's own words. */
  payload: Readonly<Record<string, unknown>>;
}

const envelope = z.looseObject({
  triggerEvent: z.string().min(1),
  createdAt: optionalMoment,
  payload: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

const booking = z.object({
  uid: optionalText,
  bookingUid: optionalText,
  rescheduleUid: optionalText,
  metadata: record,
});

/** Cal.com has no such trigger, but a guide of its own names it: what is confirmed comes as one that was created. */
const aliases: Readonly<Record<string, string>> = { BOOKING_CONFIRMED: 'BOOKING_CREATED' };

const ofBookings = /^(?:BOOKING_|MEETING_(?:STARTED|ENDED)$)/;

/** @throws NotACalComEvent for the body of a custom template, and whatever else is none of Cal.com's. */
export function readCalComEvent(body: unknown): CalComEvent {
  const read = envelope.safeParse(body);
  if (!read.success) throw new NotACalComEvent();
  const { triggerEvent, createdAt, payload, ...row } = read.data;
  const trigger = aliases[triggerEvent] ?? triggerEvent;
  // Without a payload the booking's row stands at the top, and its dates are those of the booking.
  const told = payload ?? row;
  const { uid, bookingUid, rescheduleUid, metadata } = booking.parse(told);
  const isOfBooking = ofBookings.test(trigger);
  return {
    trigger,
    uid: isOfBooking ? (uid ?? bookingUid) : null,
    previousUid: isOfBooking ? rescheduleUid : null,
    sentAt: payload ? createdAt : null,
    attemptId: isOfBooking ? attemptOf(metadata) : null,
    payload: told,
  };
}

/** What names a booking without being the key to it. */
export function bookingLabel(uid: string): string {
  return sha256(`calcom booking ${uid}`).toString('hex').slice(0, 20);
}
