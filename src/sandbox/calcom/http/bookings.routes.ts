import { z } from 'zod';
import type { BookingDesk, Booked } from '../desk/booking-desk.js';
import { bookingNotFound, seatNotFound } from '../desk/booking-refusals.js';
import { bookingRequest, isoInstant } from '../desk/booking-request.js';
import type { CancelDesk } from '../desk/cancel-desk.js';
import type { DecisionDesk } from '../desk/decision-desk.js';
import type { RescheduleDesk } from '../desk/reschedule-desk.js';
import { refusal } from '../refusal.js';
import type { StandInBooking } from '../state/booking.js';
import type { BookingReader, BookingStore } from '../state/booking-store.js';
import type { EventTypes } from '../state/event-types.js';
import { bookingPage } from './booking-list.js';
import { attendeeWithId, bookingOutput } from './booking-output.js';
import { oldBookingList, oldBookingOutput, oldCreate } from './old-bookings.js';
import { bodyAs, success, textIn, type Handler, type Route, type StandInRequest } from './stand-in-request.js';

export interface Desks {
  readonly booking: BookingDesk;
  readonly reschedule: RescheduleDesk;
  readonly cancel: CancelDesk;
  readonly decision: DecisionDesk;
}

interface Parts {
  readonly store: BookingStore;
  readonly eventTypes: EventTypes;
  readonly desks: Desks;
  readonly now: () => Date;
  readonly accountEmail: string;
}

const versions = ['2024-08-13', '2026-02-25'];

const rescheduleBody = z.object({
  start: z
    .string('start must be a string')
    .refine((text) => isoInstant(text) !== null, 'start must be a valid ISO 8601 date string'),
  reschedulingReason: z.string().optional(),
  rescheduledBy: z.email('rescheduledBy must be an email').optional(),
  seatUid: z.string().optional(),
});
const cancelBody = z.object({
  cancellationReason: z.string().optional(),
  cancelSubsequentBookings: z.boolean().optional(),
  seatUid: z.string().optional(),
});
const declineBody = z.object({ reason: z.string().optional() });
const absentBody = z.object({
  host: z.boolean().optional(),
  attendees: z.array(z.object({ email: z.string(), absent: z.boolean() })).optional(),
});

export function bookingRoutes(parts: Parts): Route[] {
  const handlers = new BookingHandlers(parts);
  const at = (path: string) => `/v2/bookings${path}`;
  const post = (path: string, handle: Handler): Route => ({ method: 'POST', path: at(path), versions, handle });
  const get = (path: string, handle: Handler): Route => ({ method: 'GET', path: at(path), versions, handle });
  const everybodys = { isPublic: true };
  return [
    { ...get('', (request) => handlers.list(request)), handleOld: oldBookingList(parts.store) },
    { ...post('', (request) => handlers.create(request)), ...everybodys, pausesItself: true, handleOld: oldCreate },
    {
      ...get('/:uid', (request) => handlers.read(request)),
      ...everybodys,
      handleOld: (request) => oldBookingOutput(handlers.found(request)),
    },
    { ...get('/by-seat/:seatUid', (request) => handlers.bySeat(request)), ...everybodys },
    get('/:uid/attendees', (request) => handlers.attendees(request)),
    { ...post('/:uid/reschedule', (request) => handlers.reschedule(request)), ...everybodys },
    { ...post('/:uid/cancel', (request) => handlers.cancel(request)), ...everybodys },
    post('/:uid/confirm', (request) => handlers.confirm(request)),
    post('/:uid/decline', (request) => handlers.decline(request)),
    post('/:uid/mark-absent', (request) => handlers.markAbsent(request)),
  ];
}

class BookingHandlers {
  constructor(private readonly parts: Parts) {}

  list(request: StandInRequest) {
    const { rows, pagination } = bookingPage(this.reader(request).list(), request, this.parts.now());
    return { status: 200, body: { status: 'success', data: rows.map((row) => this.output(row)), pagination } };
  }

  async create(request: StandInRequest) {
    const asked = bodyAs(bookingRequest, request);
    const { booking } = this.parts.desks;
    if (request.pause) {
      booking.check(asked);
      await request.pause();
    }
    return success(this.bookedOutput(await booking.book(asked, request.pause !== null)), 201);
  }

  /** Of a series: all its occurrences. */
  read(request: StandInRequest) {
    const uid = textIn(request);
    const reader = this.reader(request);
    const series = this.parts.store.series(uid).flatMap((row) => reader.find(row.uid) ?? []);
    return success(series.length > 0 ? series.map((row) => this.output(row)) : this.output(this.found(request)));
  }

  found(request: StandInRequest): StandInBooking {
    const uid = textIn(request);
    const found = this.reader(request).find(uid);
    if (!found) throw bookingNotFound(uid);
    return found;
  }

  bySeat(request: StandInRequest) {
    const seatUid = textIn(request);
    const found = this.parts.store.bySeat(seatUid);
    if (!found) throw seatNotFound(seatUid);
    return success(this.output(found));
  }

  attendees(request: StandInRequest) {
    return success(this.found(request).attendees.map(attendeeWithId));
  }

  async reschedule(request: StandInRequest) {
    const { start, reschedulingReason, rescheduledBy, seatUid } = bodyAs(rescheduleBody, request);
    const startMs = isoInstant(start) ?? Number.NaN;
    const booking = await this.parts.desks.reschedule.reschedule(textIn(request), {
      startMs,
      reason: reschedulingReason,
      rescheduledBy,
      seatUid,
    });
    const output = this.output(booking);
    const firstSeat = booking.attendees[0]?.seat?.uid;
    return success(firstSeat === undefined ? output : { ...output, seatUid: seatUid ?? firstSeat }, 201);
  }

  async cancel(request: StandInRequest) {
    const { cancellationReason, cancelSubsequentBookings, seatUid } = bodyAs(cancelBody, request);
    if (!cancellationReason) throw refusal(400, 'Cancellation reason is required when you are the host');
    const uid = textIn(request);
    const cancelled = await this.parts.desks.cancel.cancel(uid, {
      reason: cancellationReason,
      cancelledBy: request.isSignedIn ? this.parts.accountEmail : null,
      subsequent: cancelSubsequentBookings,
      seatUid,
    });
    const [first] = cancelled;
    return success(first?.uid === uid ? this.output(first) : cancelled.map((row) => this.output(row)));
  }

  async confirm(request: StandInRequest) {
    return success(this.output(await this.parts.desks.decision.confirm(textIn(request))));
  }

  async decline(request: StandInRequest) {
    const { reason = '' } = bodyAs(declineBody, request);
    return success(this.output(await this.parts.desks.decision.decline(textIn(request), reason)));
  }

  async markAbsent(request: StandInRequest) {
    const absence = bodyAs(absentBody, request);
    return success(this.output(await this.parts.desks.decision.markAbsent(textIn(request), absence)));
  }

  private reader({ isStale }: StandInRequest): BookingReader {
    return isStale ? this.parts.store.stale() : this.parts.store;
  }

  private output(booking: StandInBooking): Record<string, unknown> {
    return bookingOutput(booking, this.parts.eventTypes);
  }

  private bookedOutput(booked: Booked): unknown {
    switch (booked.kind) {
      case 'one':
        return this.output(booked.booking);
      case 'series':
        return booked.bookings.map((booking) => this.output(booking));
      case 'seat':
        return { ...this.output(booked.booking), seatUid: booked.seat.seat?.uid };
    }
  }
}
