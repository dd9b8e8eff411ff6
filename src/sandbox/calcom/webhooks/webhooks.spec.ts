import { hmac } from '../../../kernel/crypto/index.js';
import { localServer, json } from '../../../kernel/http/testing/local-server.js';
import { ask } from '../testing/calcom-client.js';
import {
  bookingBody,
  eventsOf,
  eventTypeWith,
  everything,
  openCalendar,
  type TestCalendar,
} from '../testing/test-calendar.js';

type Json = Record<string, unknown>;
const friday = '2026-11-20T11:00:00.000Z';
const page = { eventTypeId: 1, start: friday, name: 'Jean Dupont', email: 'jean@example.com' };

describe('webhooks of the stand-in for Cal.com', () => {
  let calendar: TestCalendar | undefined;

  afterEach(async () => {
    await calendar?.standIn.close();
    calendar = undefined;
  });

  async function open(options: Parameters<typeof openCalendar>[0] = {}): Promise<TestCalendar> {
    calendar = await openCalendar(options);
    return calendar;
  }

  const bodyOf = ({ deliveries }: TestCalendar, index = -1) => JSON.parse(deliveries.at(index)?.body ?? '') as Json;
  const payloadOf = (world: TestCalendar, index = -1) => bodyOf(world, index).payload as Json;

  it('are signed over their exact bytes, without a prefix', async () => {
    const { standIn, deliveries } = await open();
    await standIn.people.book(page);
    const [delivery] = deliveries;
    expect(delivery?.headers).toEqual({
      'content-type': 'application/json',
      'x-cal-signature-256': hmac('sha256', 'test-secret', delivery?.body ?? '').toString('hex'),
      'x-cal-webhook-version': '2021-10-20',
    });
  });

  it('say so where there is no secret', async () => {
    const { standIn, deliveries } = await open();
    const [hook] = standIn.subscriptions.list();
    standIn.subscriptions.change(hook?.id ?? '', { secret: null });
    await standIn.people.book(page);
    expect(deliveries[0]?.headers['x-cal-signature-256']).toBe('no-secret-provided');
  });

  it('are posted once, whatever the answer is', async () => {
    const server = await localServer(json(500, {}));
    const { standIn } = await open({ deliver: undefined });
    const [hook] = standIn.subscriptions.list();
    standIn.subscriptions.change(hook?.id ?? '', { subscriberUrl: `${server.url}/hook` });
    await standIn.people.book(page);
    await standIn.settled();
    expect(server.received.map(({ method, url }) => [method, url])).toEqual([['POST', '/hook']]);
    expect(standIn.deliveries.map(({ outcome, status }) => [outcome, status])).toEqual([['sent', 500]]);
    expect(server.received[0]?.body).toBe(standIn.deliveries[0]?.body);
    await server.close();
  });

  it('fail where nobody listens, which stops no booking', async () => {
    const { standIn } = await open({ deliver: undefined });
    const { uid } = await standIn.people.book(page);
    const [cancelled] = await standIn.people.cancel(uid);
    expect(cancelled?.status).toBe('cancelled');
    expect(standIn.deliveries.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  });

  it('go to whoever asked for them, and is active', async () => {
    const { standIn, deliveries } = await open();
    const [hook] = standIn.subscriptions.list();
    standIn.subscriptions.change(hook?.id ?? '', { triggers: ['BOOKING_CANCELLED'] });
    const { uid } = await standIn.people.book(page);
    await standIn.people.cancel(uid);
    expect(eventsOf(deliveries)).toEqual(['BOOKING_CANCELLED']);
    standIn.subscriptions.change(hook?.id ?? '', { active: false });
    await standIn.people.book(page);
    expect(deliveries).toHaveLength(1);
  });

  it('tell of a booking in an envelope, with times to the second', async () => {
    const world = await open({
      eventTypes: [eventTypeWith({ bookingFields: [{ type: 'number', slug: 'size', label: 'Size', required: true }] })],
    });
    await world.standIn.people.book({ ...page, answers: { size: 4 }, metadata: { appointment: '1' } });
    expect(bodyOf(world)).toMatchObject({ triggerEvent: 'BOOKING_CREATED', createdAt: '2026-11-18T11:00:00.000Z' });
    expect(payloadOf(world)).toMatchObject({
      startTime: '2026-11-20T11:00:00Z',
      endTime: '2026-11-20T12:00:00Z',
      status: 'ACCEPTED',
      length: 60,
      metadata: { appointment: '1' },
      organizer: { email: 'anna@example.com', utcOffset: 60, timeFormat: 'h:mma' },
      attendees: [{ firstName: 'Jean', lastName: 'Dupont', language: { locale: 'en' } }],
      responses: { size: { label: 'Size', value: 4, isHidden: false }, name: { value: 'Jean Dupont' } },
      userFieldsResponses: { size: { value: 4 } },
      seatsPerTimeSlot: null,
    });
  });

  it('tell of a move with both uids and the former time', async () => {
    const world = await open();
    const old = await world.standIn.people.book(page);
    const moved = await world.standIn.people.reschedule(old.uid, '2026-11-20T13:00:00Z');
    expect(payloadOf(world)).toMatchObject({
      uid: moved.uid,
      rescheduleUid: old.uid,
      rescheduleId: old.id,
      rescheduleStartTime: '2026-11-20T11:00:00Z',
      startTime: '2026-11-20T13:00:00Z',
    });
  });

  it('tell of a cancellation with other times, and without metadata and parts of names', async () => {
    const world = await open();
    const { uid } = await world.standIn.people.book({ ...page, metadata: { appointment: '1' } });
    await world.standIn.people.cancel(uid, { reason: 'Ill' });
    const payload = payloadOf(world);
    expect(payload).toMatchObject({
      startTime: '2026-11-20T11:00:00+00:00',
      status: 'CANCELLED',
      cancellationReason: 'Ill',
      requestReschedule: false,
      price: null,
      requiresConfirmation: null,
      iCalSequence: 1,
    });
    expect(payload).not.toHaveProperty('metadata');
    expect((payload.attendees as Json[])[0]).not.toHaveProperty('firstName');
  });

  it('tell of a rejection with milliseconds', async () => {
    const world = await open({ eventTypes: [eventTypeWith({ requiresConfirmation: true })] });
    const { uid } = await world.standIn.people.book(page);
    expect(payloadOf(world)).toMatchObject({ status: 'PENDING' });
    await world.standIn.people.reject(uid, 'Full');
    expect(payloadOf(world)).toMatchObject({ startTime: friday, status: 'REJECTED', rejectionReason: 'Full' });
  });

  it('tell of a meeting flat, with the booking’s own createdAt', async () => {
    const world = await open();
    const { uid, createdAt } = await world.standIn.people.book(page);
    world.clock.set('2026-11-20T12:00:00.000Z');
    await world.standIn.people.startMeeting(uid);
    await world.standIn.people.endMeeting(uid);
    expect(eventsOf(world.deliveries).slice(1)).toEqual(['MEETING_STARTED', 'MEETING_ENDED']);
    expect(bodyOf(world)).toMatchObject({ triggerEvent: 'MEETING_ENDED', uid, createdAt, startTime: friday });
    expect(bodyOf(world)).not.toHaveProperty('payload');
  });

  it('tell of who did not come under another name of the uid', async () => {
    const world = await open();
    const { uid } = await world.standIn.people.book(page);
    world.clock.set('2026-11-20T11:30:00.000Z');
    await world.standIn.people.markNoShow(uid, { attendees: [{ email: page.email, absent: true }] });
    expect(payloadOf(world)).toMatchObject({ bookingUid: uid, attendees: [{ email: page.email, noShow: true }] });
    expect(payloadOf(world)).not.toHaveProperty('uid');
  });

  it('call a paid booking accepted before it is paid', async () => {
    const world = await open({ eventTypes: [eventTypeWith({ price: 100 })] });
    const { uid, status } = await world.standIn.people.book(page);
    expect([status, payloadOf(world).status]).toEqual(['pending', 'ACCEPTED']);
    await world.standIn.people.markPaid(uid);
    expect(payloadOf(world, 1)).toMatchObject({ status: 'ACCEPTED', metadata: { bookerEmail: page.email } });
  });

  it('are replaced by a template, but for meetings', async () => {
    const world = await open();
    const [hook] = world.standIn.subscriptions.list();
    world.standIn.subscriptions.change(hook?.id ?? '', {
      payloadTemplate: '{"who":"{{attendees.0.name}}{{nothing}}"}',
    });
    const { uid } = await world.standIn.people.book(page);
    expect(world.deliveries[0]?.body).toBe('{"who":"Jean Dupont"}');
    await world.standIn.people.startMeeting(uid);
    expect(bodyOf(world)).toMatchObject({ triggerEvent: 'MEETING_STARTED', uid });
  });

  it('are tried by the test button', async () => {
    const world = await open();
    await world.standIn.people.ping();
    expect(bodyOf(world)).toMatchObject({ triggerEvent: 'PING' });
  });

  describe('over the API', () => {
    it('are refused for an address that is known, and for triggers that guides only dream of', async () => {
      const { standIn } = await open();
      expect((await ask(standIn, 'POST /v2/webhooks', { body: everything })).status).toBe(409);
      const dreamt = { ...everything, subscriberUrl: 'https://example.com/other', triggers: ['BOOKING_CONFIRMED'] };
      expect((await ask(standIn, 'POST /v2/webhooks', { body: dreamt })).status).toBe(400);
    });

    it('show their secret, and are found by their id', async () => {
      const { standIn } = await open();
      const { data } = (await ask(standIn, 'GET /v2/webhooks')).body;
      expect(data).toMatchObject([{ secret: 'test-secret', active: true }]);
      expect((await ask(standIn, 'GET /v2/webhooks/unknown')).status).toBe(404);
    });
  });

  describe('with mishaps', () => {
    async function play(spoil: (world: TestCalendar) => void): Promise<TestCalendar> {
      const world = await open();
      spoil(world);
      const starts = ['20', '21', '22', '23', '24'].flatMap((day) =>
        ['09', '10', '11', '12', '13', '14'].map((hour) => `2026-11-${day}T${hour}:00:00Z`),
      );
      for (const start of starts) {
        const reply = await ask(world.standIn, 'POST /v2/bookings', { body: bookingBody(start) });
        expect(reply.status).toBe(201);
      }
      await world.standIn.settled();
      return world;
    }
    const uids = ({ standIn }: TestCalendar) => standIn.bookings.list().map(({ uid }) => uid);
    const heard = ({ deliveries }: TestCalendar) => deliveries.map(({ bookingUid }) => bookingUid);

    it('lose a share, the same with the same seed', async () => {
      const lost = async () => {
        const { standIn } = await play((world) => world.standIn.webhooks.lose(0.3, 'seed'));
        const outcomes = standIn.deliveries.map(({ outcome }) => outcome);
        await standIn.close();
        return outcomes;
      };
      const [one, other] = [await lost(), await lost()];
      expect(one.filter((outcome) => outcome === 'lost').length).toBeGreaterThan(2);
      expect(one).toContain('sent');
      expect(one).toEqual(other);
    });

    it('double a share in the same bytes', async () => {
      const world = await play(({ standIn }) => standIn.webhooks.double(0.3, 'seed'));
      const bodies = world.deliveries.map(({ body }) => body);
      expect(bodies.length).toBeGreaterThan(33);
      expect(new Set(bodies).size).toBe(30);
    });

    it('arrive in another order, all of them once what is held back is released', async () => {
      const world = await play(({ standIn }) => standIn.webhooks.shuffle(7, 'seed'));
      expect(heard(world)).toHaveLength(28);
      await world.standIn.webhooks.release();
      expect(heard(world)).not.toEqual(uids(world));
      expect([...heard(world)].sort()).toEqual([...uids(world)].sort());
    });

    it('end when they are told to', async () => {
      const world = await play(({ standIn }) => {
        standIn.webhooks.lose(1, 'seed');
        standIn.webhooks.end();
      });
      expect(heard(world)).toEqual(uids(world));
    });
  });
});
