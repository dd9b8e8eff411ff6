import { specFile, specsFolder } from '../../../test/support/specs.js';
import { describeWhere } from '../../../test/support/where.js';
import { calComCheck, type CalComCheck } from '../testing/calcom-schemas.js';
import { ask, type CalComReply } from './testing/calcom-client.js';
import { bookingBody, eventTypeWith, openCalendar, type TestCalendar } from './testing/test-calendar.js';
import { leGourmetEventTypes } from './le-gourmet-event-types.js';

const eventTypes = [
  eventTypeWith({ lengthInMinutesOptions: [30, 60], bookingWindowDays: 60 }),
  eventTypeWith({ id: 2, slug: 'asked', requiresConfirmation: true }),
  eventTypeWith({ id: 3, slug: 'seated', seatsPerTimeSlot: 3 }),
  eventTypeWith({ id: 4, slug: 'weekly', recurrence: { interval: 1, occurrences: 3, frequency: 'weekly' } }),
  eventTypeWith({ id: 5, slug: 'video', locations: [{ type: 'integration', integration: 'cal-video' }] }),
  eventTypeWith({
    id: 6,
    slug: 'questions',
    locations: [{ type: 'attendeePhone' }],
    bookingFields: [
      { type: 'select', slug: 'size', label: 'Size', required: true, options: ['small', 'large'] },
      { type: 'boolean', slug: 'sure', label: 'Sure?', required: false },
      { type: 'phone', slug: 'other', label: 'Other number', required: false },
    ],
  }),
  ...leGourmetEventTypes,
] as const;

describeWhere(specFile('calcom-v2.json') !== null)('the stand-in, by Cal.com’s own description', () => {
  let check: CalComCheck = () => ['there is no description'];
  let calendar: TestCalendar | undefined;
  const found: string[] = [];

  beforeAll(async () => {
    check = await calComCheck(specsFolder());
    calendar = await openCalendar({ eventTypes: [...eventTypes], organization: { id: 5 } });
  });

  afterAll(() => calendar?.standIn.close());

  beforeEach(() => {
    found.length = 0;
  });

  /** Asks, and keeps what the description has against it. */
  async function tell(line: string, body?: unknown): Promise<CalComReply> {
    if (!calendar) throw new Error('The stand-in is not open.');
    const reply = await ask(calendar.standIn, line, body === undefined ? {} : { body });
    const request = calendar.standIn.received.at(-1);
    if (request) found.push(...check(request, reply));
    expect([line, reply.status < 300, reply.body.error?.message]).toEqual([line, true, undefined]);
    return reply;
  }

  async function book(start: string, change: Record<string, unknown> = {}): Promise<string> {
    const { body } = await tell('POST /v2/bookings', bookingBody(start, change));
    return (body.data as { uid: string }).uid;
  }

  it('reads the account', async () => {
    await tell('GET /v2/me');
    await tell('GET /v2/event-types');
    for (const { id } of eventTypes) await tell(`GET /v2/event-types/${id}`);
    await tell('GET /v2/schedules');
    await tell('GET /v2/schedules/3');
    expect(found).toEqual([]);
  });

  it('offers and keeps slots', async () => {
    await tell('GET /v2/slots?eventTypeId=1&start=2026-11-20&end=2026-11-21&timeZone=Europe%2FParis');
    await tell('GET /v2/slots?eventTypeId=1&start=2026-11-20&end=2026-11-20&format=range&duration=30');
    await tell('GET /v2/slots?eventTypeId=3&start=2026-11-20&end=2026-11-20');
    const start = '2026-11-28T09:00:00Z';
    const { body } = await tell('POST /v2/slots/reservations', { eventTypeId: 1, slotStart: start });
    await tell(`DELETE /v2/slots/reservations/${(body.data as { reservationUid: string }).reservationUid}`);
    expect(found).toEqual([]);
  });

  it('books, moves and cancels', async () => {
    const uid = await book('2026-11-20T09:00:00Z', {
      lengthInMinutes: 30,
      metadata: { call: '1' },
      guests: ['a@b.fr'],
    });
    await tell(`GET /v2/bookings/${uid}`);
    await tell(`GET /v2/bookings/${uid}/attendees`);
    const start = '2026-11-20T11:00:00Z';
    const moved = await tell(`POST /v2/bookings/${uid}/reschedule`, { start, reschedulingReason: 'Later' });
    const { uid: newUid } = moved.body.data as { uid: string };
    await tell(`POST /v2/bookings/${newUid}/cancel`, { cancellationReason: 'Ill' });
    await tell('GET /v2/bookings?status=cancelled&take=2&skip=0&sortUpdatedAt=asc&afterUpdatedAt=2026-01-01');
    expect(found).toEqual([]);
  });

  it('books by telephone, with answers and a video meeting', async () => {
    const attendee = { name: 'Jean', phoneNumber: '+33199001122', timeZone: 'Europe/Paris', language: 'fr' };
    await book('2026-11-21T09:00:00Z', {
      attendee,
      eventTypeId: 6,
      bookingFieldsResponses: { size: 'small', sure: true },
    });
    await book('2026-11-21T11:00:00Z', { eventTypeId: 5 });
    await book('2026-11-20T19:00:00Z', { eventTypeId: 102, bookingFieldsResponses: { partySize: 4 } });
    expect(found).toEqual([]);
  });

  it('confirms, declines and marks absence', async () => {
    const confirmed = await book('2026-11-22T09:00:00Z', { eventTypeId: 2 });
    await tell(`POST /v2/bookings/${confirmed}/confirm`);
    const declined = await book('2026-11-22T11:00:00Z', { eventTypeId: 2 });
    await tell(`POST /v2/bookings/${declined}/decline`, { reason: 'Full' });
    const seen = await book('2026-11-22T13:00:00Z');
    calendar?.clock.set('2026-11-22T13:30:00.000Z');
    await tell(`POST /v2/bookings/${seen}/mark-absent`, { attendees: [{ email: 'jean@example.com', absent: true }] });
    calendar?.clock.set('2026-11-18T11:00:00.000Z');
    expect(found).toEqual([]);
  });

  it('books seats and series', async () => {
    const { body } = await tell('POST /v2/bookings', bookingBody('2026-11-23T09:00:00Z', { eventTypeId: 3 }));
    const { uid, seatUid } = body.data as { uid: string; seatUid: string };
    await tell(`GET /v2/bookings/by-seat/${seatUid}`);
    await tell(`POST /v2/bookings/${uid}/reschedule`, { start: '2026-11-23T10:00:00Z', seatUid });
    const again = await tell(`GET /v2/bookings/by-seat/${seatUid}`);
    const moved = (again.body.data as { uid: string }).uid;
    await tell(`POST /v2/bookings/${moved}/cancel`, { seatUid, cancellationReason: 'Ill' });
    const series = await tell('POST /v2/bookings', bookingBody('2026-11-23T13:00:00Z', { eventTypeId: 4 }));
    const [{ recurringBookingUid }] = series.body.data as [{ recurringBookingUid: string }];
    await tell(`GET /v2/bookings/${recurringBookingUid}`);
    await tell(`POST /v2/bookings/${recurringBookingUid}/cancel`, { cancellationReason: 'All' });
    expect(found).toEqual([]);
  });

  it('keeps webhooks', async () => {
    const hook = {
      subscriberUrl: 'https://example.com/hook',
      active: true,
      triggers: ['BOOKING_CREATED'],
      secret: 's',
    };
    const { body } = await tell('POST /v2/webhooks', hook);
    const { id } = body.data as { id: string };
    await tell('GET /v2/webhooks?take=10');
    await tell(`GET /v2/webhooks/${id}`);
    await tell(`PATCH /v2/webhooks/${id}`, { active: false });
    await tell(`DELETE /v2/webhooks/${id}`);
    expect(found).toEqual([]);
  });

  it('keeps the staff of an organization', async () => {
    const path = '/v2/organizations/5/users';
    const made = await tell(`POST ${path}`, { email: 'new@example.com', username: 'new', timeZone: 'Europe/Paris' });
    await tell(`PATCH ${path}/${(made.body.data as { id: number }).id}`, { locale: 'fr' });
    await tell(`GET ${path}?emails=new@example.com`);
    expect(found).toEqual([]);
  });
});
