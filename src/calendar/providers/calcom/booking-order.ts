import type { Locale } from '../../../kernel/errors/index.js';

/** Whom a booking is for: with an e-mail address, a telephone number (E.164) or both. */
export interface Booker {
  readonly name: string;
  /** Where they are: `Europe/Paris`. */
  readonly timeZone: string;
  readonly email?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly language?: Locale | undefined;
}

/** Where it takes place; it has to be one of the kinds that the event type offers. */
export type BookingPlace =
  | { readonly type: 'address' | 'link' | 'phone' | 'organizersDefaultApp' }
  | { readonly type: 'integration'; readonly integration: string }
  | { readonly type: 'attendeePhone'; readonly phone: string }
  | { readonly type: 'attendeeAddress'; readonly address: string }
  | { readonly type: 'attendeeDefined'; readonly location: string };

export interface BookingOrder {
  readonly eventTypeId: number;
  readonly start: Date;
  readonly attendee: Booker;
  readonly guests?: readonly string[] | undefined;
  readonly location?: BookingPlace | undefined;
  /** Only for an event type with several lengths, and one of them. */
  readonly lengthInMinutes?: number | undefined;
  /** Answers to the event type’s own fields, by their slugs. */
  readonly responses?: Readonly<Record<string, unknown>> | undefined;
  /** Comes back in every read and webhook; at most 50 keys of 40 characters, values of 500. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Only for an event type that recurs. */
  readonly recurrenceCount?: number | undefined;
}

export interface NewTime {
  readonly start: Date;
  readonly reason?: string | undefined;
  /** Who moves it; where bookings need confirmation, the host’s own address spares it. */
  readonly rescheduledBy?: string | undefined;
  /** Moves this seat only. */
  readonly seatUid?: string | undefined;
}

export interface Cancellation {
  /** Hosts have to give one, so it is always sent. */
  readonly reason: string;
  /** Gives up this seat only. */
  readonly seatUid?: string | undefined;
  /** Of a series, the later occurrences too. */
  readonly andLater?: boolean | undefined;
}

export interface Absence {
  readonly host?: boolean | undefined;
  readonly attendees?: readonly { readonly email: string; readonly absent: boolean }[] | undefined;
}

export function orderBody({ start, responses, ...order }: BookingOrder): Readonly<Record<string, unknown>> {
  return { ...order, start: start.toISOString(), bookingFieldsResponses: responses };
}

/** Cal.com takes no reason with a seat. */
export function newTimeBody({ start, reason, rescheduledBy, seatUid }: NewTime): Readonly<Record<string, unknown>> {
  const moved = { start: start.toISOString(), rescheduledBy };
  return seatUid === undefined ? { ...moved, reschedulingReason: reason } : { ...moved, seatUid };
}

export function cancellationBody({ reason, seatUid, andLater }: Cancellation): Readonly<Record<string, unknown>> {
  if (seatUid !== undefined) return { seatUid, cancellationReason: reason };
  return { cancellationReason: reason, cancelSubsequentBookings: andLater };
}
