import { z } from 'zod';

const values = z.record(z.string(), z.unknown());

const attendee = z.readonly(
  z.object({
    id: z.number(),
    name: z.string(),
    email: z.string(),
    timeZone: z.string(),
    language: z.string(),
    phoneNumber: z.string().nullable(),
    absent: z.boolean(),
    /** Of seated bookings, with what the holder of the seat answered. */
    seat: z.readonly(z.object({ uid: z.string(), responses: values, metadata: values })).nullable(),
  }),
);
export type StandInAttendee = z.infer<typeof attendee>;

/** A booking as it really is, whatever its webhooks and stale answers say. */
export const bookingSchema = z.readonly(
  z.object({
    id: z.number(),
    uid: z.string(),
    eventTypeId: z.number(),
    hostId: z.number(),
    title: z.string(),
    description: z.string().nullable(),
    status: z.enum(['accepted', 'pending', 'cancelled', 'rejected']),
    /** UTC with milliseconds, as are all times. */
    start: z.string(),
    end: z.string(),
    /** The first one is the booker. */
    attendees: z.readonly(z.array(attendee)),
    guests: z.readonly(z.array(z.string())),
    responses: values,
    metadata: values,
    /** As stored: an address, a telephone, `integrations:daily`. */
    location: z.string(),
    /** Known only a moment after the booking has been announced. */
    videoCallUrl: z.string().nullable(),
    cancellationReason: z.string().nullable(),
    cancelledByEmail: z.string().nullable(),
    rejectionReason: z.string().nullable(),
    reschedulingReason: z.string().nullable(),
    rescheduledByEmail: z.string().nullable(),
    rescheduledFromUid: z.string().nullable(),
    rescheduledToUid: z.string().nullable(),
    recurringBookingUid: z.string().nullable(),
    icsUid: z.string(),
    icsSequence: z.number(),
    absentHost: z.boolean(),
    paid: z.boolean(),
    paymentId: z.number().nullable(),
    createdAt: z.string(),
    updatedAt: z.string().nullable(),
  }),
);
export type StandInBooking = z.infer<typeof bookingSchema>;

/** Whether it keeps its time from others whatever its event type says. */
export function isAccepted({ status }: StandInBooking): boolean {
  return status === 'accepted';
}

/** Neither cancelled nor rejected. */
export function isAlive({ status }: StandInBooking): boolean {
  return status === 'accepted' || status === 'pending';
}
