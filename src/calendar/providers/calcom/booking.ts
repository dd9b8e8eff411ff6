import { z } from 'zod';
import { dataOf, flag, moment, optionalMoment, optionalNumber, optionalText, record, texts } from './reply-fields.js';

/** Somebody a booking is for; the first one of a booking made it. */
export interface CalComAttendee {
  readonly name: string;
  /** Made up by Cal.com (`…@sms.cal.com`) where the attendee gave a telephone number only. */
  readonly email: string;
  /** The e-mail address as the attendee knows it. */
  readonly displayEmail: string;
  readonly timeZone: string | null;
  readonly language: string | null;
  readonly phoneNumber: string | null;
  /** Did not show up. */
  readonly absent: boolean;
  /** Only where the event type has seats. */
  readonly seatUid: string | null;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface CalComHost {
  readonly id: number | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly username: string | null;
  readonly timeZone: string | null;
}

/** A booking as Cal.com has it. Whoever knows its uid can cancel it: neither say it nor log it. */
export interface CalComBooking {
  readonly id: number | null;
  /** Another one after each reschedule. */
  readonly uid: string;
  /** accepted, pending, cancelled, rejected, awaiting_host, or what Cal.com has invented since. */
  readonly status: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly start: Date;
  readonly end: Date;
  readonly eventTypeId: number | null;
  readonly eventTypeSlug: string | null;
  /** A place, a telephone number, a link, or a code such as `integrations:daily`. */
  readonly location: string | null;
  readonly hosts: readonly CalComHost[];
  readonly absentHost: boolean;
  readonly attendees: readonly CalComAttendee[];
  readonly guests: readonly string[];
  /** By the slug of the event type's field. */
  readonly responses: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cancellationReason: string | null;
  readonly cancelledByEmail: string | null;
  readonly reschedulingReason: string | null;
  readonly rescheduledByEmail: string | null;
  readonly rescheduledFromUid: string | null;
  readonly rescheduledToUid: string | null;
  /** The uid of the series that it belongs to. */
  readonly recurringBookingUid: string | null;
  /** The seat that was taken by the request which this answers. */
  readonly seatUid: string | null;
  readonly icsUid: string | null;
  readonly rating: number | null;
  readonly createdAt: Date | null;
  /** Not told for bookings that were never changed. */
  readonly updatedAt: Date | null;
}

/** One booking or, of a series, each of its occurrences in the order of their starts. */
export type BookingSeries = readonly [CalComBooking, ...CalComBooking[]];

const attendee = z
  .object({
    name: optionalText,
    email: optionalText,
    displayEmail: optionalText,
    timeZone: optionalText,
    language: optionalText,
    phoneNumber: optionalText,
    absent: flag,
    seatUid: optionalText,
    bookingFieldsResponses: record,
    metadata: record,
  })
  .transform(({ name, email, displayEmail, bookingFieldsResponses: responses, ...rest }): CalComAttendee => {
    const addresses = { email: email ?? '', displayEmail: displayEmail ?? email ?? '' };
    return { ...rest, name: name ?? '', ...addresses, responses };
  });

const host: z.ZodType<CalComHost> = z.object({
  // Without a user Cal.com says "unknown" for everything, the id included.
  id: optionalNumber,
  name: optionalText,
  email: optionalText,
  username: optionalText,
  timeZone: optionalText,
});

const eventType = z.object({ id: optionalNumber, slug: optionalText }).nullish().catch(null);

/** A booking of any kind: plain, with seats, an occurrence of a series. */
export const bookingSchema = z
  .object({
    id: optionalNumber,
    uid: z.string().min(1),
    status: z.string().min(1),
    title: optionalText,
    description: optionalText,
    start: moment,
    end: moment,
    eventTypeId: optionalNumber,
    eventType,
    location: optionalText,
    hosts: z.array(host).nullish().catch(null),
    absentHost: flag,
    attendees: z.array(attendee).nullish(),
    guests: texts,
    bookingFieldsResponses: record,
    metadata: record,
    cancellationReason: optionalText,
    cancelledByEmail: optionalText,
    reschedulingReason: optionalText,
    rescheduledByEmail: optionalText,
    rescheduledFromUid: optionalText,
    rescheduledToUid: optionalText,
    recurringBookingUid: optionalText,
    seatUid: optionalText,
    icsUid: optionalText,
    rating: optionalNumber,
    createdAt: optionalMoment,
    updatedAt: optionalMoment,
  })
  .transform(({ eventType, eventTypeId, hosts, attendees, bookingFieldsResponses, ...booking }): CalComBooking => ({
    ...booking,
    eventTypeId: eventType?.id ?? eventTypeId,
    eventTypeSlug: eventType?.slug ?? null,
    hosts: hosts ?? [],
    attendees: attendees ?? [],
    responses: bookingFieldsResponses,
  }));

/** The reply to whatever reads or changes bookings: an object, or a list where a series is meant. */
export const bookingsReply = dataOf(
  z.union([bookingSchema.transform((one): BookingSeries => [one]), z.tuple([bookingSchema], bookingSchema)]),
).transform(([first, ...others]): BookingSeries => {
  const [earliest = first, ...later] = [first, ...others].sort(
    (one, other) => one.start.getTime() - other.start.getTime(),
  );
  return [earliest, ...later];
});
