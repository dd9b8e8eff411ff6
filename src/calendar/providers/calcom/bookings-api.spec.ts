import { ReplyRefused, UpstreamRateLimited, UpstreamRefused, UpstreamUnavailable } from '../../../kernel/http/index.js';
import { json } from '../../../kernel/http/testing/local-server.js';
import type { BookingFilter } from './booking-pages.js';
import type { CalComApi } from './calcom-api.js';
import { AlreadyCancelled, AlreadyRescheduled, OutcomeUnknown } from './calcom.errors.js';
import { CalComStage, coreRefusal, hangUp, refusal, success } from './testing/calcom-stage.js';
import { bookingReplyOf, occurrenceReplyOf, seatedReplyOf } from './testing/replies.js';

const uid = 'booking_uid_1';
const start = new Date('2026-12-04T19:00:00.000Z');
const attendee = { name: 'M. Dupont', timeZone: 'Europe/Paris', email: 'dupont@example.com' };
const order = { eventTypeId: 101, start, attendee };
const gone = coreRefusal(400, 'This booking has already been cancelled.');

describe('BookingsApi', () => {
  let stage: CalComStage;
  beforeAll(async () => {
    stage = await CalComStage.open();
  });
  afterAll(() => stage.close());

  it('finds nothing where there is no booking', async () => {
    const missing = refusal(404, `Booking with uid=${uid} was not found in the database`, 'NotFoundException');
    const { bookings } = stage.play(missing);
    await expect(bookings.get(uid)).resolves.toBeNull();
    await expect(bookings.getSeries(uid)).resolves.toEqual([]);
    await expect(bookings.getBySeat('s1')).resolves.toBeNull();
  });

  it('reads the occurrences of a series, which itself is no booking', async () => {
    const series = [
      occurrenceReplyOf('o1', '2026-12-04T19:00:00.000Z'),
      occurrenceReplyOf('o2', '2026-12-11T19:00:00.000Z'),
    ];
    const { bookings } = stage.play(success(series));
    await expect(bookings.get('series_uid_1')).resolves.toBeNull();
    await expect(bookings.getSeries('series_uid_1')).resolves.toHaveLength(2);
  });

  it('says of a reply that it does not understand so, and repeats what only reads', async () => {
    await expect(stage.play(success({ uid })).bookings.get(uid)).rejects.toThrow(ReplyRefused);
    await expect(stage.play(json(500, {}), success(bookingReplyOf())).bookings.get(uid)).resolves.toMatchObject({
      uid,
    });
    expect(stage.calls).toHaveLength(2);
  });

  describe('lists', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => bookingReplyOf({ uid: `b${index}` }));

    async function uidsOf(api: CalComApi, filter: BookingFilter): Promise<number[]> {
      const sizes: number[] = [];
      for await (const { bookings } of api.bookings.pages(filter)) sizes.push(bookings.length);
      return sizes;
    }

    it('what is asked for', async () => {
      const filter = { afterStart: start, attendeeEmail: 'a+b@example.com', eventTypeId: 101, take: 2 };
      await stage.play(success([])).bookings.list(filter);
      expect(stage.calls[0]?.query).toEqual({
        afterStart: '2026-12-04T19:00:00.000Z',
        attendeeEmail: 'a+b@example.com',
        eventTypeId: '101',
        sortStart: 'asc',
        take: '2',
        skip: '0',
      });
    });

    it('until a page is not full, whatever the totals say', async () => {
      const more = { pagination: { totalItems: 900, hasNextPage: true, returnedItems: 2, itemsPerPage: 2 } };
      const api = stage.play(success(rows(2), more), success(rows(2), more), success(rows(1), more));
      await expect(uidsOf(api, { afterUpdatedAt: start, sort: 'updatedAt', take: 2 })).resolves.toEqual([2, 2, 1]);
      expect(stage.calls.map(({ query }) => [query.skip, query.sortUpdatedAt])).toEqual([
        ['0', 'asc'],
        ['2', 'asc'],
        ['4', 'asc'],
      ]);
    });

    it('all, where Cal.com gives less at once than was asked for', async () => {
      const fewer = { pagination: { itemsPerPage: 2 } };
      const api = stage.play(success(rows(2), fewer), success(rows(0), fewer));
      await expect(uidsOf(api, { take: 250 })).resolves.toEqual([2, 0]);
    });

    it('by cursor where Cal.com pages so', async () => {
      const api = stage.play(
        success(rows(2), { pagination: { nextCursor: 'c2', hasMore: true } }),
        success(rows(2), { pagination: { nextCursor: null, hasMore: false } }),
      );
      await expect(uidsOf(api, { take: 2 })).resolves.toEqual([2, 2]);
      expect(stage.calls[1]?.query).toMatchObject({ cursor: 'c2', limit: '2' });
      expect(stage.calls[1]?.query.skip).toBeUndefined();
    });

    it('the others where one row is not understood', async () => {
      const page = await stage.play(success([...rows(2), { uid: 'odd' }])).bookings.list({});
      expect(page.bookings).toHaveLength(2);
      expect(page).toMatchObject({ notUnderstood: 1, next: null });
    });
  });

  describe('writes', () => {
    it('an order in Cal.com’s words', async () => {
      const { bookings } = stage.play(success(bookingReplyOf()));
      const metadata = { appointmentId: 'a1' };
      await bookings.create({ ...order, responses: { partySize: 4 }, metadata });
      expect(stage.calls[0]?.json).toEqual({
        eventTypeId: 101,
        start: '2026-12-04T19:00:00.000Z',
        attendee,
        bookingFieldsResponses: { partySize: 4 },
        metadata,
      });
    });

    it('another time for the whole booking, or for one seat, which takes no reason', async () => {
      const { bookings } = stage.play(success(bookingReplyOf({ uid: 'new', rescheduledFromUid: uid })));
      const moved = await bookings.reschedule(uid, { start, reason: 'Retard' });
      expect(moved).toMatchObject({ uid: 'new', rescheduledFromUid: uid });
      await bookings.reschedule(uid, { start, reason: 'Retard', seatUid: 's1' });
      expect(stage.calls.map((call) => call.json)).toEqual([
        { start: start.toISOString(), reschedulingReason: 'Retard' },
        { start: start.toISOString(), seatUid: 's1' },
      ]);
    });

    it.each([
      ['breaks off', hangUp],
      ['is an error of Cal.com', json(500, { status: 'error', error: { code: 'INTERNAL', message: 'Oops' } })],
      ['is one of the way there', (response) => void response.writeHead(502).end('<html>Bad gateway</html>')],
      ['is not understood', success({ uid })],
    ] satisfies [string, typeof hangUp][])(
      'once, and do not know what became of it when the answer %s',
      async (_, answer) => {
        const { bookings } = stage.play(answer);
        await expect(bookings.create(order)).rejects.toThrow(OutcomeUnknown);
        await expect(bookings.reschedule(uid, { start })).rejects.toThrow(OutcomeUnknown);
        await expect(bookings.cancel(uid, { reason: 'Malade' })).rejects.toThrow(OutcomeUnknown);
        await expect(bookings.confirm(uid)).rejects.toThrow(OutcomeUnknown);
        expect(stage.calls).toHaveLength(4);
      },
    );

    it('no longer than they may', async () => {
      const { bookings } = stage.play(() => undefined);
      const failed = bookings.create(order, { timeoutMs: 20 });
      await expect(failed).rejects.toMatchObject({ reason: 'CALENDAR.OUTCOME_UNKNOWN', retryable: false });
      await expect(bookings.get(uid, { timeoutMs: 20 })).rejects.toThrow(UpstreamUnavailable);
    });

    it('nothing that was refused for the pace of requests', async () => {
      const failed = stage.play(json(429, { statusCode: 429, message: 'Too Many Requests' })).bookings.create(order);
      await expect(failed).rejects.toThrow(UpstreamRateLimited);
    });

    it('Cal.com’s own words where a refusal has no name', async () => {
      const words = "Can't specify 'lengthInMinutes' because event type does not have multiple possible lengths.";
      const failed: unknown = await stage
        .play(refusal(400, words))
        .bookings.create(order)
        .catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(UpstreamRefused);
      expect(failed).toMatchObject({ kind: 'invalid_input' });
      expect((failed as UpstreamRefused).platformSaid().message).toBe(words);
    });
  });

  describe('cancels what is cancelled already', () => {
    const cancelled = bookingReplyOf({ status: 'cancelled', cancellationReason: 'Malade' });

    it('by reading it', async () => {
      const { bookings } = stage.play(gone, success(cancelled));
      const [booking] = await bookings.cancel(uid, { reason: 'Malade' });
      expect(booking).toMatchObject({ uid, status: 'cancelled' });
      expect(stage.calls.map(({ method }) => method)).toEqual(['POST', 'GET']);
    });

    it('unless it was moved, for then it goes on elsewhere', async () => {
      const { bookings } = stage.play(gone, success({ ...cancelled, rescheduledToUid: 'new' }));
      const failed = bookings.cancel(uid, { reason: 'Malade' });
      await expect(failed).rejects.toThrow(AlreadyRescheduled);
      await expect(failed).rejects.toMatchObject({ newerUid: 'new' });
    });

    it('unless it reads otherwise', async () => {
      const { bookings } = stage.play(gone, success(bookingReplyOf()));
      await expect(bookings.cancel(uid, { reason: 'Malade' })).rejects.toThrow(AlreadyCancelled);
    });

    it('seat by seat', async () => {
      const noSeat = refusal(400, 'Invalid seatUid: this seat does not exist or has already been cancelled.');
      const { bookings } = stage.play(noSeat, success(seatedReplyOf(['s2'])));
      const [booking] = await bookings.cancel(uid, { reason: 'Malade', seatUid: 's1' });
      expect(booking).toMatchObject({ status: 'accepted', attendees: [{ seatUid: 's2' }] });
    });
  });
});
