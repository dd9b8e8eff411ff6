import type { StandInEventType } from '../event-type.js';
import { ask } from '../testing/calcom-client.js';
import {
  anna,
  bernard,
  bookingBody,
  eventsOf,
  eventTypeWith,
  openCalendar,
  type TestCalendar,
} from '../testing/test-calendar.js';

const friday = '2026-11-20T11:00:00.000Z';

describe('booking at the stand-in for Cal.com', () => {
  let calendar: TestCalendar | undefined;

  afterEach(async () => {
    await calendar?.standIn.close();
    calendar = undefined;
  });

  async function open(change: Partial<StandInEventType> = {}, latencyMs = 0): Promise<TestCalendar> {
    calendar = await openCalendar({ eventTypes: [eventTypeWith(change)], latencyMs });
    return calendar;
  }

  const book = ({ standIn }: TestCalendar, body: Record<string, unknown>) =>
    ask(standIn, 'POST /v2/bookings', { body });

  it('makes an accepted booking of the length of its event type', async () => {
    const world = await open();
    const { status, body } = await book(world, bookingBody(friday, { metadata: { appointment: '1' } }));
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      status: 'accepted',
      start: friday,
      end: '2026-11-20T12:00:00.000Z',
      duration: 60,
      hosts: [{ email: anna.email }],
      metadata: { appointment: '1' },
      description: null,
    });
    expect(world.standIn.bookings.list()).toHaveLength(1);
  });

  it('converts an offset, and reads a bare local time as UTC', async () => {
    const world = await open();
    expect((await book(world, bookingBody('2026-11-20T12:00:00+01:00'))).body.data).toMatchObject({ start: friday });
    expect((await book(world, bookingBody('2026-11-20T12:00:00'))).body.data).toMatchObject({
      start: '2026-11-20T12:00:00.000Z',
    });
  });

  it('invents an address for who has only a telephone', async () => {
    const attendee = { name: 'Dupont', phoneNumber: '+33199001122', timeZone: 'Europe/Paris' };
    const { body } = await book(await open(), bookingBody(friday, { attendee }));
    expect(body.data).toMatchObject({ attendees: [{ email: '33199001122@sms.cal.com', phoneNumber: '+33199001122' }] });
  });

  it.each([
    ['a taken slot', friday, 'User either already has booking at this time or is not available'],
    [
      'part of a taken slot',
      '2026-11-20T11:30:00Z',
      'User either already has booking at this time or is not available',
    ],
    [
      'a time when it is closed',
      '2026-11-20T22:00:00Z',
      'User either already has booking at this time or is not available',
    ],
    ['the past', '2026-11-17T11:00:00Z', 'Attempting to book a meeting in the past.'],
    ['too soon', '2026-11-18T11:30:00Z', 'The event type can\'t be booked at the "start" time provided.'],
    ['too far away', '2027-11-20T11:00:00Z', 'The event type can\'t be booked at the "start" time provided.'],
  ])('refuses %s with 400, its message below error', async (_, start, message) => {
    const world = await open({ minimumBookingNotice: 60, bookingWindowDays: 30 });
    await book(world, bookingBody(friday));
    const { status, body } = await book(world, bookingBody(start));
    expect([status, body.error?.code, body.error?.message]).toEqual([
      400,
      'BadRequestException',
      expect.stringContaining(message),
    ]);
    expect(world.standIn.bookings.list()).toHaveLength(1);
  });

  it('speaks of one of the hosts where there are several', async () => {
    const world = await open({ hosts: [anna, bernard] });
    for (let count = 0; count < 2; count += 1) expect((await book(world, bookingBody(friday))).status).toBe(201);
    expect((await book(world, bookingBody(friday))).body.error?.message).toMatch(/^One of the hosts either/);
  });

  it.each([
    ['no time zone', { attendee: { name: 'A', email: 'a@b.fr' } }, 'timeZone'],
    ['a made-up time zone', { attendee: { name: 'A', email: 'a@b.fr', timeZone: 'Europe/Atlantis' } }, 'timeZone'],
    ['neither e-mail nor telephone', { attendee: { name: 'A', timeZone: 'UTC' } }, 'either email or phoneNumber'],
    ['no telephone number', { attendee: { name: 'A', phoneNumber: '0612345678', timeZone: 'UTC' } }, 'E.164'],
    [
      'an unknown language',
      { attendee: { name: 'A', email: 'a@b.fr', timeZone: 'UTC', language: 'fr-FR' } },
      'language',
    ],
    ['31 February', { start: '2027-02-31T10:00:00Z' }, 'start must be'],
    ['a length where there is no choice', { lengthInMinutes: 30 }, "Can't specify 'lengthInMinutes'"],
    ['occurrences of what does not recur', { recurrenceCount: 2 }, 'not recurring'],
    ['a place that is not offered', { location: { type: 'address' } }, 'Booking location with type address not valid'],
    ['too many metadata', { metadata: Object.fromEntries([...Array(51).keys()].map((key) => [key, 'x'])) }, '50 keys'],
    ['too long metadata', { metadata: { note: 'x'.repeat(501) } }, '500 characters'],
  ])('refuses %s', async (_, change, message) => {
    const { status, body } = await book(await open(), bookingBody(friday, change));
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('knows no other event type', async () => {
    const { status, body } = await book(await open(), bookingBody(friday, { eventTypeId: 99 }));
    expect([status, body.error?.message]).toEqual([404, 'Event type with id 99 not found.']);
  });

  it.each([
    [{}, "Missing required booking field response: 'partySize'"],
    [{ partySize: '4' }, "Invalid type for booking field 'partySize'"],
    [{ partySize: 4, menu: 'none' }, 'Invalid option "none"'],
  ])('asks for answers as its event type has them: %j', async (bookingFieldsResponses, message) => {
    const world = await open({
      bookingFields: [
        { type: 'number', slug: 'partySize', label: 'Party', required: true },
        { type: 'select', slug: 'menu', label: 'Menu', required: false, options: ['short', 'long'] },
      ],
    });
    const { status, body } = await book(world, bookingBody(friday, { bookingFieldsResponses }));
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('takes one of several lengths', async () => {
    const world = await open({ lengthInMinutesOptions: [30, 60] });
    const { body } = await book(world, bookingBody(friday, { lengthInMinutes: 30 }));
    expect(body.data).toMatchObject({ duration: 30 });
    expect((await book(world, bookingBody(friday, { lengthInMinutes: 45 }))).status).toBe(400);
  });

  it('lets a request wait, which keeps its time from nobody', async () => {
    const world = await open({ requiresConfirmation: true });
    expect((await book(world, bookingBody(friday))).body.data).toMatchObject({ status: 'pending' });
    expect((await book(world, bookingBody(friday))).status).toBe(201);
    expect(eventsOf(world.deliveries)).toEqual(['BOOKING_REQUESTED', 'BOOKING_REQUESTED']);
  });

  it('keeps the time of a request where its event type says so', async () => {
    const world = await open({ requiresConfirmation: true, blocksUnconfirmed: true });
    await book(world, bookingBody(friday));
    expect((await book(world, bookingBody(friday))).status).toBe(400);
  });

  it('seats several in one booking, each once', async () => {
    const world = await open({ seatsPerTimeSlot: 2 });
    const guest = (email: string) =>
      book(world, bookingBody(friday, { attendee: { name: 'A', email, timeZone: 'UTC' } }));
    const [first, second] = [await guest('a@b.fr'), await guest('b@b.fr')];
    const seats = [first.body.data, second.body.data] as { uid: string; seatUid: string }[];
    expect(seats[0]?.uid).toBe(seats[1]?.uid);
    expect(seats[0]?.seatUid).not.toBe(seats[1]?.seatUid);
    expect(await guest('a@b.fr')).toMatchObject({
      status: 409,
      body: { statusCode: 409, message: 'already_signed_up_for_this_booking_error' },
    });
    expect((await guest('c@b.fr')).body.message).toBe('booking_seats_full_error');
  });

  it('books a series at the same time of the wall clock, and tells of each occurrence', async () => {
    const world = await open({ recurrence: { interval: 1, occurrences: 3, frequency: 'weekly' } });
    world.clock.set('2026-10-10T11:00:00.000Z');
    const { body } = await book(world, bookingBody('2026-10-16T10:00:00Z'));
    const series = body.data as { start: string; recurringBookingUid: string; uid: string }[];
    expect(series.map(({ start }) => start)).toEqual([
      '2026-10-16T10:00:00.000Z',
      '2026-10-23T10:00:00.000Z',
      '2026-10-30T11:00:00.000Z',
    ]);
    expect(eventsOf(world.deliveries)).toEqual(['BOOKING_CREATED', 'BOOKING_CREATED', 'BOOKING_CREATED']);
    const whole = await ask(world.standIn, `GET /v2/bookings/${series[0]?.recurringBookingUid ?? ''}`);
    expect(whole.body.data).toEqual(series);
    expect((await book(world, bookingBody('2026-10-17T10:00:00Z', { recurrenceCount: 4 }))).status).toBe(400);
  });

  it('waits for the payment of what costs something', async () => {
    const world = await open({ price: 2500, currency: 'eur' });
    const { body } = await book(world, bookingBody(friday));
    const { uid } = body.data as { uid: string };
    expect(world.standIn.bookings.find(uid)).toMatchObject({ status: 'pending', paid: false });
    await world.standIn.people.markPaid(uid);
    expect(world.standIn.bookings.find(uid)).toMatchObject({ status: 'accepted', paid: true });
    expect(eventsOf(world.deliveries)).toEqual(['BOOKING_PAYMENT_INITIATED', 'BOOKING_PAID', 'BOOKING_CREATED']);
  });

  it('writes the address of a video meeting only after it has announced the booking', async () => {
    const world = await open({ locations: [{ type: 'integration', integration: 'cal-video' }] });
    const { body } = await book(world, bookingBody(friday));
    expect(world.deliveries[0]?.body).toContain('"location":"integrations:daily"');
    expect(world.deliveries[0]?.body).not.toContain('videoCallUrl');
    expect(body.data).toMatchObject({ location: expect.stringMatching(/^https:/) as string });
  });

  it('refuses the second of two that race for one host by the key of the database', async () => {
    const world = await open({}, 5);
    const replies = await Promise.all([book(world, bookingBody(friday)), book(world, bookingBody(friday))]);
    const [won, lost] = replies.sort((one, other) => one.status - other.status);
    expect(won.status).toBe(201);
    expect(lost.body).toEqual({ statusCode: 409, message: 'booking_conflict_error' });
    expect(world.standIn.bookings.list()).toHaveLength(1);
  });

  it('lets no others overlap either when they race', async () => {
    const world = await open({}, 5);
    const later = '2026-11-20T11:30:00Z';
    const replies = await Promise.all([book(world, bookingBody(friday)), book(world, bookingBody(later))]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 400]);
  });
});
