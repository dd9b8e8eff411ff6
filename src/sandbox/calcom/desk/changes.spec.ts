import type { StandInEventType } from '../event-type.js';
import type { StandInBooking } from '../state/booking.js';
import { ask } from '../testing/calcom-client.js';
import {
  anna,
  bookingBody,
  eventsOf,
  eventTypeWith,
  openCalendar,
  type TestCalendar,
} from '../testing/test-calendar.js';

const friday = '2026-11-20T11:00:00.000Z';
const later = '2026-11-20T13:00:00.000Z';
const weekly = { recurrence: { interval: 1, occurrences: 3, frequency: 'weekly' } } as const;

describe('changing bookings at the stand-in for Cal.com', () => {
  let calendar: TestCalendar | undefined;

  afterEach(async () => {
    await calendar?.standIn.close();
    calendar = undefined;
  });

  async function open(change: Partial<StandInEventType> = {}): Promise<TestCalendar> {
    calendar = await openCalendar({ eventTypes: [eventTypeWith(change)] });
    return calendar;
  }

  async function withBooking(change: Partial<StandInEventType> = {}) {
    const world = await open(change);
    const page = { eventTypeId: 1, start: friday, name: 'Jean Dupont', email: 'jean@example.com' };
    const booking = await world.standIn.people.book(page);
    world.deliveries.length = 0;
    const truth = (uid: string) => world.standIn.bookings.find(uid);
    const post = (path: string, body: unknown = {}) => ask(world.standIn, `POST /v2/bookings/${path}`, { body });
    return { ...world, people: world.standIn.people, booking, uid: booking.uid, page, truth, post };
  }

  const seatsOf = (booking: StandInBooking | null) => booking?.attendees.flatMap(({ seat }) => seat?.uid ?? []) ?? [];

  describe('by moving', () => {
    it('makes a new booking under a new uid, and cancels the old one in its favour', async () => {
      const { uid, post, truth, deliveries } = await withBooking();
      const { status, body } = await post(`${uid}/reschedule`, { start: later, reschedulingReason: 'Ill' });
      const moved = body.data as { uid: string };
      expect([status, moved.uid === uid]).toEqual([201, false]);
      expect(body.data).toMatchObject({ start: later, status: 'accepted', rescheduledFromUid: uid });
      expect(truth(uid)).toMatchObject({ status: 'cancelled', rescheduledToUid: moved.uid });
      expect(eventsOf(deliveries)).toEqual(['BOOKING_RESCHEDULED']);
      expect(truth(moved.uid)?.icsUid).toBe(truth(uid)?.icsUid);
    });

    it('may overlap the time it had', async () => {
      const { uid, post } = await withBooking();
      expect((await post(`${uid}/reschedule`, { start: '2026-11-20T11:30:00Z' })).status).toBe(201);
    });

    it('loses a length that was chosen', async () => {
      const { people, page } = await withBooking({ lengthInMinutesOptions: [30, 60] });
      const short = await people.book({ ...page, start: later, lengthInMinutes: 30 });
      const moved = await people.reschedule(short.uid, '2026-11-20T14:00:00Z');
      expect(Date.parse(moved.end) - Date.parse(moved.start)).toBe(3_600_000);
    });

    it('waits again for confirmation, unless the owner moves it', async () => {
      const { people, page, deliveries } = await withBooking({ requiresConfirmation: true });
      const { uid } = await people.confirm((await people.book(page)).uid);
      deliveries.length = 0;
      const asked = await people.reschedule(uid, later, { by: 'jean@example.com' });
      expect([asked.status, ...eventsOf(deliveries)]).toEqual(['pending', 'BOOKING_REQUESTED']);
      expect(deliveries[0]?.body).not.toContain('rescheduleUid');
      const own = await people.confirm(asked.uid);
      const moved = await people.reschedule(own.uid, '2026-11-20T14:00:00Z', { by: anna.email });
      expect([moved.status, eventsOf(deliveries).at(-1)]).toEqual(['accepted', 'BOOKING_RESCHEDULED']);
    });

    it('refuses what has been moved, naming the newer one', async () => {
      const { uid, people, post } = await withBooking();
      const moved = await people.reschedule(uid, later);
      const { status, body } = await post(`${uid}/reschedule`, { start: friday });
      expect([status, body.error?.message]).toEqual([400, expect.stringContaining(moved.uid)]);
    });

    it('refuses what is cancelled or rejected, what is taken, and what is unknown', async () => {
      const { uid, people, page, post } = await withBooking({ requiresConfirmation: true });
      const other = await people.book({ ...page, start: later });
      await people.confirm(other.uid);
      expect((await post(`${uid}/reschedule`, { start: later })).status).toBe(400);
      await people.reject(uid);
      expect((await post(`${uid}/reschedule`, { start: friday })).status).toBe(400);
      await people.cancel(other.uid);
      expect((await post(`${other.uid}/reschedule`, { start: friday })).status).toBe(400);
      expect((await post('nobody/reschedule', { start: friday })).status).toBe(404);
    });

    it('moves one seat, and leaves the old booking to the others', async () => {
      const { uid, people, page, truth, deliveries } = await withBooking({ seatsPerTimeSlot: 3 });
      await people.book({ ...page, email: 'b@b.fr' });
      const [seatUid] = seatsOf(truth(uid));
      deliveries.length = 0;
      const moved = await people.reschedule(uid, later, { seatUid });
      expect(moved.uid).not.toBe(uid);
      expect([truth(uid)?.status, truth(uid)?.attendees.map(({ email }) => email)]).toEqual(['accepted', ['b@b.fr']]);
      expect(deliveries.map(({ trigger, bookingUid }) => [trigger, bookingUid])).toEqual([
        ['BOOKING_RESCHEDULED', moved.uid],
      ]);
    });

    it('moves all seats for the host under the same uid', async () => {
      const { uid, people, truth, deliveries } = await withBooking({ seatsPerTimeSlot: 3 });
      await people.reschedule(uid, later);
      expect(truth(uid)).toMatchObject({ status: 'accepted', start: later });
      const { payload } = JSON.parse(deliveries[0]?.body ?? '') as { payload: Record<string, unknown> };
      expect([payload.uid, payload.rescheduleUid]).toEqual([uid, uid]);
    });

    it('moves one occurrence of a series', async () => {
      const { people, page } = await withBooking(weekly);
      const series = await people.bookSeries({ ...page, start: later });
      const moved = await people.reschedule(series[1]?.uid ?? '', '2026-11-27T14:00:00Z');
      expect(moved.recurringBookingUid).toBe(series[1]?.recurringBookingUid);
    });
  });

  describe('by cancelling', () => {
    it('tells of it before the row changes', async () => {
      const seen: unknown[] = [];
      const { standIn } = (calendar = await openCalendar({
        deliver: async ({ trigger, bookingUid }) => {
          const { body } = await ask(standIn, `GET /v2/bookings/${bookingUid}`);
          seen.push([trigger, (body.data as { status: string }).status]);
          return 200;
        },
      }));
      const { body } = await ask(standIn, 'POST /v2/bookings', { body: bookingBody(friday) });
      const { uid } = body.data as { uid: string };
      await standIn.settled();
      const reply = await ask(standIn, `POST /v2/bookings/${uid}/cancel`, { body: { cancellationReason: 'Ill' } });
      expect(seen).toEqual([
        ['BOOKING_CREATED', 'accepted'],
        ['BOOKING_CANCELLED', 'accepted'],
      ]);
      expect(reply.body.data).toMatchObject({ status: 'cancelled', cancellationReason: 'Ill' });
    });

    it('frees the time for others', async () => {
      const { uid, people, page } = await withBooking();
      await people.cancel(uid);
      expect((await people.book(page)).status).toBe('accepted');
    });

    it('asks for a reason, and refuses what is cancelled or over', async () => {
      const { uid, people, page, post, clock } = await withBooking();
      expect((await post(`${uid}/cancel`)).body.error?.message).toMatch(/^Cancellation reason is required/);
      const other = await people.book({ ...page, start: later });
      await people.cancel(other.uid);
      const reason = { cancellationReason: 'Ill' };
      expect((await post(`${other.uid}/cancel`, reason)).body.error?.message).toContain('cancelled already');
      clock.set('2026-11-21T11:00:00.000Z');
      expect((await post(`${uid}/cancel`, reason)).body.error?.message).toContain('already ended');
    });

    it('gives up one seat without touching the others, nor the booking’s updatedAt', async () => {
      const { uid, people, page, truth, deliveries, clock } = await withBooking({ seatsPerTimeSlot: 3 });
      await people.book({ ...page, email: 'b@b.fr' });
      const [seatUid = ''] = seatsOf(truth(uid));
      const { updatedAt } = truth(uid) ?? {};
      clock.set('2026-11-18T12:00:00.000Z');
      deliveries.length = 0;
      await people.cancelSeat(uid, seatUid);
      expect(truth(uid)).toMatchObject({ status: 'accepted', attendees: [{ email: 'b@b.fr' }], updatedAt });
      const { payload } = JSON.parse(deliveries[0]?.body ?? '') as { payload: Record<string, unknown> };
      expect(payload).toMatchObject({ uid, attendees: [{ email: 'jean@example.com' }], seatsPerTimeSlot: 3 });
      await people.cancelSeat(uid, seatsOf(truth(uid))[0] ?? '');
      expect(truth(uid)?.status).toBe('cancelled');
    });

    it('cancels a series as a whole with one webhook, or from one occurrence on', async () => {
      const { people, page, truth, deliveries } = await withBooking(weekly);
      const first = await people.bookSeries({ ...page, start: later });
      const second = await people.bookSeries({ ...page, start: '2026-11-20T15:00:00Z' });
      deliveries.length = 0;
      await people.cancel(first[0]?.recurringBookingUid ?? '');
      expect(first.map(({ uid }) => truth(uid)?.status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
      expect(eventsOf(deliveries)).toEqual(['BOOKING_CANCELLED']);
      await people.cancel(second[1]?.uid ?? '', { subsequent: true });
      expect(second.map(({ uid }) => truth(uid)?.status)).toEqual(['accepted', 'cancelled', 'cancelled']);
    });

    it('says when the host only asks for another time', async () => {
      const { uid, people, truth, deliveries } = await withBooking();
      await people.askToReschedule(uid);
      expect(truth(uid)).toMatchObject({ status: 'cancelled', rescheduledToUid: null });
      expect(deliveries[0]?.body).toContain('"requestReschedule":true');
    });

    it('can be done by two at once, of whom one is first', async () => {
      const { uid, people, truth } = await withBooking();
      await Promise.all([people.cancel(uid, { reason: 'One' }), people.cancel(uid, { reason: 'Two' })]);
      expect(truth(uid)?.cancellationReason).toBe('One');
    });
  });

  describe('by deciding', () => {
    it('confirms and declines what waits, and only that', async () => {
      const { uid, people, page, post, truth, deliveries } = await withBooking({ requiresConfirmation: true });
      const other = await people.book({ ...page, start: later });
      deliveries.length = 0;
      expect((await post(`${uid}/confirm`)).body.data).toMatchObject({ status: 'accepted' });
      expect((await post(`${other.uid}/decline`, { reason: 'Full' })).body.data).toMatchObject({ status: 'rejected' });
      expect(truth(other.uid)?.rejectionReason).toBe('Full');
      expect(eventsOf(deliveries)).toEqual(['BOOKING_CREATED', 'BOOKING_REJECTED']);
      expect((await post(`${uid}/confirm`)).status).toBe(400);
      expect((await post(`${uid}/decline`)).status).toBe(400);
    });

    it('confirms no second one for the same host and time', async () => {
      const { uid, people, page, post } = await withBooking({ requiresConfirmation: true });
      const rival = await people.book(page);
      await people.confirm(uid);
      expect((await post(`${rival.uid}/confirm`)).body).toEqual({ statusCode: 409, message: 'booking_conflict_error' });
    });

    it('confirms all of a series with one webhook', async () => {
      const { people, page, truth, deliveries } = await withBooking({ ...weekly, requiresConfirmation: true });
      const series = await people.bookSeries({ ...page, start: later });
      deliveries.length = 0;
      await people.confirm(series[0]?.uid ?? '');
      expect(series.map(({ uid }) => truth(uid)?.status)).toEqual(['accepted', 'accepted', 'accepted']);
      expect(eventsOf(deliveries)).toEqual(['BOOKING_CREATED']);
    });

    it('marks absence once it has begun; of attendees a webhook tells, and the row keeps its updatedAt', async () => {
      const { uid, people, post, truth, deliveries, clock } = await withBooking();
      const attendees = [{ email: 'jean@example.com', absent: true }];
      expect((await post(`${uid}/mark-absent`, { attendees })).status).toBe(400);
      clock.set('2026-11-20T11:30:00.000Z');
      const { updatedAt } = truth(uid) ?? {};
      await post(`${uid}/mark-absent`, { attendees });
      expect(truth(uid)).toMatchObject({ attendees: [{ absent: true }], absentHost: false, updatedAt });
      await people.markNoShow(uid, { host: true });
      expect(truth(uid)).toMatchObject({ absentHost: true, updatedAt: '2026-11-20T11:30:00.000Z' });
      expect(eventsOf(deliveries)).toEqual(['BOOKING_NO_SHOW_UPDATED']);
    });

    it('forgets a booking without telling anybody', async () => {
      const { uid, people, standIn, deliveries } = await withBooking();
      people.remove(uid);
      expect((await ask(standIn, `GET /v2/bookings/${uid}`)).status).toBe(404);
      expect(deliveries).toEqual([]);
    });
  });
});
