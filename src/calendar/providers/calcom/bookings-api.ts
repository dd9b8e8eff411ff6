import { route } from '../../../kernel/http/index.js';
import { bookingsReply, type BookingSeries, type CalComBooking } from './booking.js';
import {
  cancellationBody,
  newTimeBody,
  orderBody,
  type Absence,
  type BookingOrder,
  type Cancellation,
  type NewTime,
} from './booking-order.js';
import {
  pageQuery,
  pageReply,
  readPage,
  type BookingFilter,
  type BookingPage,
  type PageMark,
} from './booking-pages.js';
import {
  bookerLimitReached,
  bookingMissing,
  cancelledAlready,
  cancellingRefused,
  eventTypeMissing,
  fieldMissing,
  fieldRefused,
  movedAlready,
  movingRefused,
  signedUpAlready,
  slotRefused,
} from './calcom-refusals.js';
import type { CalComRequests, CallLimits } from './calcom-requests.js';
import { AlreadyCancelled, AlreadyRescheduled, BookingNotFound } from './calcom.errors.js';

const bookings = '/v2/bookings';

/** Bookings: https://cal.com/docs/api-reference/v2/bookings */
export class BookingsApi {
  constructor(private readonly requests: CalComRequests) {}

  /** Null where there is none, also for the uid of a series. */
  async get(uid: string, limits: CallLimits = {}): Promise<CalComBooking | null> {
    return (await this.getSeries(uid, limits)).find((booking) => booking.uid === uid) ?? null;
  }

  /** The occurrences of a series; of a single booking that one; none where there is none. */
  getSeries(uid: string, limits: CallLimits = {}): Promise<readonly CalComBooking[]> {
    return this.found(route`/v2/bookings/${uid}`, limits);
  }

  /** Null where there is no such seat. */
  async getBySeat(seatUid: string, limits: CallLimits = {}): Promise<CalComBooking | null> {
    return (await this.found(route`/v2/bookings/by-seat/${seatUid}`, limits))[0] ?? null;
  }

  /** One page of what the account’s owner hosts, attends or administers. */
  async list(filter: BookingFilter, limits: CallLimits & { from?: PageMark | undefined } = {}): Promise<BookingPage> {
    const { from, timeoutMs } = limits;
    const reply = await this.requests.get(bookings, { query: pageQuery(filter, from), reply: pageReply, timeoutMs });
    return readPage(reply, filter, from);
  }

  /** All pages. Rows that change meanwhile can be seen twice or not at all: read the beginning again for certainty. */
  async *pages(filter: BookingFilter, limits: CallLimits = {}): AsyncGenerator<BookingPage> {
    let from: PageMark | null | undefined;
    while (from !== null) {
      const page: BookingPage = await this.list(filter, { ...limits, from });
      yield page;
      from = page.next;
    }
  }

  /**
   * One booking, or each occurrence of a series.
   *
   * @throws SlotUnavailable, AlreadySignedUp, BookerLimitReached, FieldMissing, FieldRefused or EventTypeNotFound: nothing was
   * booked.
   * @throws OutcomeUnknown: look for it before it is tried again.
   */
  create(order: BookingOrder, { timeoutMs }: CallLimits = {}): Promise<BookingSeries> {
    const readings = [slotRefused, signedUpAlready, bookerLimitReached, fieldMissing, fieldRefused, eventTypeMissing];
    return this.requests.post(bookings, { json: orderBody(order), reply: bookingsReply, timeoutMs, readings });
  }

  /**
   * The new booking: it has another uid, except where a host moves all seats at once.
   *
   * @throws SlotUnavailable, BookingNotFound, AlreadyCancelled, AlreadyRescheduled or CannotReschedule: nothing was moved.
   * @throws OutcomeUnknown: read the old booking, which names the new one.
   */
  async reschedule(uid: string, to: NewTime, { timeoutMs }: CallLimits = {}): Promise<CalComBooking> {
    const path = route`/v2/bookings/${uid}/reschedule`;
    const readings = [
      movedAlready,
      cancelledAlready,
      slotRefused,
      signedUpAlready,
      movingRefused,
      fieldMissing,
      bookingMissing(uid),
    ];
    const [booking] = await this.requests.post(path, {
      json: newTimeBody(to),
      reply: bookingsReply,
      timeoutMs,
      readings,
    });
    return booking;
  }

  /**
   * What is cancelled now, also where it was before: then it is read again.
   *
   * @throws BookingNotFound, AlreadyRescheduled or CannotCancel: nothing was cancelled.
   * @throws OutcomeUnknown: read the booking before it is tried again.
   */
  async cancel(uid: string, cancellation: Cancellation, limits: CallLimits = {}): Promise<BookingSeries> {
    const readings = [cancelledAlready, cancellingRefused, bookingMissing(uid)];
    const json = cancellationBody(cancellation);
    try {
      const path = route`/v2/bookings/${uid}/cancel`;
      return await this.requests.post(path, { json, reply: bookingsReply, timeoutMs: limits.timeoutMs, readings });
    } catch (error) {
      if (!(error instanceof AlreadyCancelled)) throw error;
      const before = cancelledBefore(await this.getSeries(uid, limits), cancellation.seatUid);
      if (!before) throw error;
      return before;
    }
  }

  confirm(uid: string, { timeoutMs }: CallLimits = {}): Promise<CalComBooking> {
    return this.decide(uid, route`/v2/bookings/${uid}/confirm`, { timeoutMs });
  }

  decline(uid: string, reason: string | undefined, { timeoutMs }: CallLimits = {}): Promise<CalComBooking> {
    return this.decide(uid, route`/v2/bookings/${uid}/decline`, { json: { reason }, timeoutMs });
  }

  /** Who did not come; Cal.com takes it only once the booking has begun. */
  markAbsent(uid: string, absence: Absence, { timeoutMs }: CallLimits = {}): Promise<CalComBooking> {
    return this.decide(uid, route`/v2/bookings/${uid}/mark-absent`, { json: { ...absence }, timeoutMs });
  }

  private async decide(
    uid: string,
    path: string,
    request: CallLimits & { json?: Readonly<Record<string, unknown>> },
  ): Promise<CalComBooking> {
    const readings = [cancelledAlready, bookingMissing(uid)];
    const [booking] = await this.requests.post(path, { ...request, reply: bookingsReply, readings });
    return booking;
  }

  private async found(path: string, { timeoutMs }: CallLimits): Promise<readonly CalComBooking[]> {
    try {
      return await this.requests.get(path, { reply: bookingsReply, timeoutMs, readings: [bookingMissing()] });
    } catch (error) {
      if (error instanceof BookingNotFound) return [];
      throw error;
    }
  }
}

/** Null where what was read is not cancelled after all. */
function cancelledBefore(series: readonly CalComBooking[], seatUid: string | undefined): BookingSeries | null {
  const [first, ...others] = series;
  if (!first) return null;
  const moved = series.find(({ rescheduledToUid }) => rescheduledToUid !== null);
  if (moved) throw new AlreadyRescheduled(moved.rescheduledToUid);
  const isGone = ({ status, attendees }: CalComBooking) =>
    status === 'cancelled' || (seatUid !== undefined && !attendees.some((attendee) => attendee.seatUid === seatUid));
  return series.every(isGone) ? [first, ...others] : null;
}
