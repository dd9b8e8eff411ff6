import { uuidv7, deploymentWorkspaceId, systemContext } from '../../src/kernel/context/index.js';
import { confirmed, paid, plain, recurring, seated, video } from './practice.js';
import { CalendarWorld } from './calendar-world.js';

const opened: CalendarWorld[] = [];
afterEach(() => Promise.all(opened.splice(0).map((world) => world.close())));

async function open(options?: Parameters<typeof CalendarWorld.open>[0]): Promise<CalendarWorld> {
  const world = await CalendarWorld.open(options);
  opened.push(world);
  return world;
}

const dayMs = 86_400_000;
const at = (day: number, hour = 9) => new Date(Math.ceil(Date.now() / dayMs) * dayMs + day * dayMs + hour * 3_600_000);

function book(
  { standIn }: CalendarWorld,
  eventTypeId = plain,
  more: { name?: string; metadata?: Record<string, string> } = {},
) {
  const { name = 'Dupont', metadata } = more;
  const email = `${name.toLowerCase()}@example.fr`;
  return standIn.people.book({ eventTypeId, start: at(3), name, email, metadata });
}

describe('a webhook', () => {
  it('makes the appointment that Cal.com has, with its contact, and says so without the key to the booking', async () => {
    const world = await open();
    const { uid } = await book(world);
    await world.workAll();
    expect(await world.appointment(uid)).toMatchObject({
      status: 'ACCEPTED',
      start: at(3),
      title: 'Consultation between Host 1 and Dupont',
      organizerName: 'Host 1',
      attendees: [{ name: 'Dupont', email: 'dupont@example.fr', absent: false }],
      contactId: expect.any(String) as string,
    });
    expect(world.said('cal.webhook.received')).toMatchObject([{ trigger: 'BOOKING_CREATED' }]);
    expect(JSON.stringify(world.lines)).not.toContain(uid);
  });

  it('worked on twice makes nothing new', async () => {
    const world = await open();
    await book(world);
    await world.standIn.settled();
    const events = world.inbox.splice(0);
    await world.work(events);
    const before = await world.appointments();
    await world.work(events);
    expect((await world.appointments()).map(({ updatedAt }) => updatedAt)).toEqual(
      before.map(({ updatedAt }) => updatedAt),
    );
  });

  it('that needs a decision, and the decision, are followed', async () => {
    const world = await open();
    const { uid } = await book(world, confirmed);
    await world.workAll();
    expect(await world.appointment(uid)).toMatchObject({ status: 'PENDING' });
    await world.standIn.people.confirm(uid);
    await world.workAll();
    expect(await world.appointment(uid)).toMatchObject({ status: 'ACCEPTED' });
    const other = await world.standIn.people.book({
      eventTypeId: confirmed,
      start: at(4),
      name: 'Martin',
      email: 'm@example.fr',
    });
    await world.standIn.people.reject(other.uid, 'Complet');
    await world.workAll();
    expect(await world.appointment(other.uid)).toMatchObject({ status: 'REJECTED', cancellationReason: 'Complet' });
  });

  it('of a move brings the new booking and closes the old one, in whatever order the events come', async () => {
    const world = await open();
    const old = await book(world);
    const next = await world.standIn.people.reschedule(old.uid, at(5));
    const last = await world.standIn.people.reschedule(next.uid, at(6));
    await world.standIn.settled();
    for (const event of world.inbox.splice(0).reverse()) await world.work([event]);
    const rows = await world.appointments();
    expect(rows.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED', 'ACCEPTED']);
    expect(rows.map(({ rescheduledFromUid, rescheduledToUid }) => [rescheduledFromUid, rescheduledToUid])).toEqual([
      [null, next.uid],
      [old.uid, last.uid],
      [next.uid, null],
    ]);
    expect(new Set(rows.map(({ chainId }) => chainId)).size).toBe(1);
  });

  it('of one seat changes that seat only', async () => {
    const world = await open();
    const { uid } = await book(world, seated, { name: 'Un' });
    const both = await book(world, seated, { name: 'Deux' });
    await world.workAll();
    expect((await world.appointment(uid))?.attendees.map(({ name }) => name)).toEqual(['Un', 'Deux']);
    await world.standIn.people.cancelSeat(uid, both.attendees[0]?.seat?.uid ?? '');
    await world.workAll();
    expect(await world.appointment(uid)).toMatchObject({
      status: 'ACCEPTED',
      seated: true,
      attendees: [{ name: 'Deux' }],
    });
    expect(world.looks).toEqual([]);
  });

  it('of one occurrence tells of the whole series', async () => {
    const world = await open();
    const [first] = await world.standIn.people.bookSeries({
      eventTypeId: recurring,
      start: at(3),
      name: 'A',
      email: 'a@example.fr',
    });
    world.standIn.webhooks.lose(1, 'all');
    await world.workAll();
    world.inbox.length = 0;
    world.standIn.webhooks.end();
    await world.standIn.people.cancel(first?.recurringBookingUid ?? '');
    await world.workAll();
    expect((await world.appointments()).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  });

  it('is the only one to say that a booking is paid for', async () => {
    const world = await open();
    const { uid } = await book(world, paid);
    await world.standIn.people.markPaid(uid);
    await world.workAll();
    expect(await world.appointment(uid)).toMatchObject({ paid: true, paymentId: expect.any(String) as string });
    await world.poll('hour');
    expect(await world.appointment(uid)).toMatchObject({ paid: true });
  });

  it('counts what it told, and when it came', async () => {
    const world = await open();
    await book(world);
    await world.workAll();
    expect(await world.query('SELECT origin, compared, repaired FROM calendar_sync_counts')).toEqual([
      { origin: 'webhook', compared: 1, repaired: 1 },
    ]);
    const [state] = await world.query('SELECT last_webhook_at AS at FROM calendar_accounts');
    expect(state?.at).toBeInstanceOf(Date);
  });

  it.each(['PING', 'OOO_CREATED'])('%s is taken and changes nothing', async (triggerEvent) => {
    const world = await open();
    await world.work([
      {
        id: uuidv7(),
        type: triggerEvent,
        externalId: '',
        callKey: null,
        receivedAt: new Date(),
        body: { triggerEvent },
      },
    ]);
    expect(await world.appointments()).toEqual([]);
    expect(world.standIn.received).toEqual([]);
  });
});

describe('where Cal.com is behind its own webhook', () => {
  it('a cancellation that is not written yet is looked for again, until it is there', async () => {
    const world = await open();
    const { uid } = await book(world);
    await world.workAll();
    await world.standIn.people.cancel(uid, { reason: 'Empêché' });
    await world.standIn.settled();
    world.standIn.faults.next({ method: 'GET' }, { kind: 'stale' });
    await world.workAll();
    const before = await world.appointment(uid);
    expect(before).toMatchObject({ status: 'ACCEPTED' });
    expect(world.looks).toEqual([{ appointmentId: before?.id, look: 0, delayMs: 5_000 }]);
    expect(JSON.stringify(world.looks)).not.toContain(uid);

    world.standIn.faults.next({ method: 'GET' }, { kind: 'stale' });
    await world.secondLook.at(world.ctx, before?.id ?? '', 0);
    expect(world.looks.at(-1)).toMatchObject({ look: 1, delayMs: 25_000 });
    await world.secondLook.at(world.ctx, before?.id ?? '', 1);
    await world.secondLook.at(world.ctx, before?.id ?? '', 1);
    expect(await world.appointment(uid)).toMatchObject({ status: 'CANCELLED', cancellationReason: 'Empêché' });
  });

  it('it is looked at three times, and then left to the poll', async () => {
    const world = await open();
    const { uid } = await book(world);
    await world.workAll();
    const row = await world.appointment(uid);
    for (const look of [0, 1, 2]) await world.secondLook.at(world.ctx, row?.id ?? '', look);
    expect(world.looks.map(({ look }) => look)).toEqual([1, 2]);
  });

  it('a meeting that has no address yet gets it', async () => {
    const world = await open();
    const bookings = world.standIn.people.book({ eventTypeId: video, start: at(3), name: 'A', email: 'a@example.fr' });
    const early = world.standIn.settled();
    const { uid } = await bookings;
    await early;
    world.standIn.faults.next({ method: 'GET' }, { kind: 'stale' });
    await world.workAll();
    expect(await world.appointment(uid)).toMatchObject({ location: 'integrations:daily' });
    await world.secondLook.at(world.ctx, world.looks[0]?.appointmentId ?? '', 0);
    expect((await world.appointment(uid))?.location).toContain('https://app.cal.com/video/');
  });
});

describe('where Cal.com cannot be asked', () => {
  it.each([
    ['wants no more questions', { kind: 'status', status: 429 } as const],
    ['fails', { kind: 'status', status: 503 } as const],
    ['breaks off', { kind: 'cut', when: 'before' } as const],
    ['answers half a sentence', { kind: 'malformed' } as const],
  ])('because it %s, the event waits and nothing is lost', async (_, fault) => {
    const world = await open();
    const { uid } = await book(world);
    await world.standIn.settled();
    const events = [...world.inbox];
    world.standIn.faults.next({ method: 'GET' }, fault, 20);
    const failure = await world.work(events).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ reason: 'CALENDAR.BOOKING_NOT_READ', retryable: true });
    expect(await world.appointments()).toEqual([]);
    expect(world.said('vapi_cal.error')).toHaveLength(1);
    expect(JSON.stringify(world.lines)).not.toContain(uid);
    world.standIn.faults.clear();
    await world.workAll();
    expect(await world.appointment(uid)).toMatchObject({ status: 'ACCEPTED' });
  });

  it.each([
    ['the key was revoked', (world: CalendarWorld) => void (world.key = 'cal_revoked')],
    ['there is no account', (world: CalendarWorld) => void (world.isConnected = false)],
  ])('because %s, the event’s own words stand, in the order in which they were sent', async (_, shut) => {
    const world = await open();
    const { uid } = await book(world);
    const next = await world.standIn.people.reschedule(uid, at(5));
    await world.standIn.people.cancel(next.uid, { reason: 'Empêché' });
    await world.standIn.settled();
    shut(world);
    for (const event of world.inbox.splice(0).reverse()) await world.work([event]);
    expect(await world.appointment(uid)).toMatchObject({
      status: 'CANCELLED',
      rescheduledToUid: next.uid,
      start: at(3),
    });
    expect(await world.appointment(next.uid)).toMatchObject({
      status: 'CANCELLED',
      start: at(5),
      organizerName: 'Host 1',
      cancellationReason: 'Empêché',
      attendees: [{ name: 'Dupont', email: 'dupont@example.fr' }],
      rescheduledFromUid: uid,
    });
  });

  it('one that wants no more questions is not asked for the rest of the claim', async () => {
    const world = await open();
    for (let day = 1; day <= 20; day += 1) {
      await world.standIn.people.book({ eventTypeId: plain, start: at(day), name: 'A', email: 'a@example.fr' });
    }
    await world.standIn.settled();
    world.standIn.faults.next({ method: 'GET' }, { kind: 'status', status: 429 }, 99);
    await expect(world.work(world.inbox)).rejects.toMatchObject({ reason: 'CALENDAR.BOOKING_NOT_READ' });
    expect(world.standIn.received.length).toBeLessThanOrEqual(4);
  });

  it('a seated booking is never cancelled by an event’s own words', async () => {
    const world = await open();
    const { uid, attendees } = await book(world, seated);
    await world.workAll();
    await world.standIn.people.cancelSeat(uid, attendees[0]?.seat?.uid ?? '');
    world.key = 'cal_revoked';
    await world.workAll();
    expect(await world.appointment(uid)).toMatchObject({ status: 'ACCEPTED' });
  });
});

describe('what was erased', () => {
  it('is neither asked for nor brought back by an event', async () => {
    const world = await open();
    const { uid } = await book(world);
    await world.workAll();
    await world.query(`UPDATE appointments SET account_id = NULL, title = 'x', attendees = '[]'`);
    const asked = world.standIn.received.length;
    await world.standIn.people.cancel(uid);
    await world.workAll();
    expect(world.standIn.received).toHaveLength(asked);
    await world.poll('night');
    expect(await world.appointment(uid)).toMatchObject({ accountId: null, title: 'x', attendees: [] });
  });
});

describe('the deployment’s account, which many workspaces share', () => {
  const deployment = systemContext({ actor: 'test', workspaceId: deploymentWorkspaceId });

  async function attemptIn(world: CalendarWorld, ctx = world.ctx) {
    const plan = { key: uuidv7(), accountId: world.account.id, eventTypeId: plain, start: at(3), callKey: null };
    return world.unitOfWork.run(ctx, (tx) => world.attempts.claim(tx, plan));
  }

  it('finds a booking’s workspace by the attempt that made it, then by the booking itself', async () => {
    const world = await open({ shared: true });
    const { id } = await attemptIn(world);
    const { uid } = await book(world, plain, { metadata: { bookingAttempt: id } });
    await world.standIn.settled();
    const [created] = world.inbox;
    const ofCreated = { type: '', externalId: '', body: created?.body };
    expect(await world.webhook.workspaceOf(ofCreated)).toBe(world.ctx.workspaceId);
    await world.workAll();
    expect(await world.appointment(uid)).toMatchObject({ attemptId: id });
    const cancelled = { triggerEvent: 'BOOKING_CANCELLED', payload: { uid } };
    expect(await world.webhook.workspaceOf({ type: '', externalId: '', body: cancelled })).toBe(world.ctx.workspaceId);
    const moved = { triggerEvent: 'BOOKING_RESCHEDULED', payload: { uid: 'new', rescheduleUid: uid } };
    expect(await world.webhook.workspaceOf({ type: '', externalId: '', body: moved })).toBe(world.ctx.workspaceId);
  });

  it('knows no owner of a booking that nobody made here, whatever its body claims', async () => {
    const world = await open({ shared: true });
    const payload = {
      uid: 'x',
      workspaceId: world.ctx.workspaceId,
      metadata: { bookingAttempt: uuidv7(), workspaceId: world.ctx.workspaceId },
    };
    const body = { triggerEvent: 'BOOKING_CREATED', payload };
    expect(await world.webhook.workspaceOf({ type: '', externalId: '', body })).toBeNull();
  });

  it('gives no workspace another’s booking, even where that can name it in an event of its own', async () => {
    const world = await open({ shared: true });
    const { id } = await attemptIn(world);
    const { uid } = await book(world, plain, { metadata: { bookingAttempt: id } });
    await world.workAll();
    const thief = await world.anotherWorkspace();
    const body = { triggerEvent: 'BOOKING_CREATED', createdAt: new Date().toISOString(), payload: { uid } };
    await world.work(
      [{ id: uuidv7(), type: 'BOOKING_CREATED', externalId: '', callKey: null, receivedAt: new Date(), body }],
      thief,
    );
    expect(await world.appointments(thief)).toEqual([]);
    world.key = 'cal_revoked';
    await world.work(
      [{ id: uuidv7(), type: 'BOOKING_CREATED', externalId: '', callKey: null, receivedAt: new Date(), body }],
      thief,
    );
    expect(await world.appointments(thief)).toEqual([]);
  });

  it('keeps for the deployment what nobody owns, and each workspace its own when it is read', async () => {
    const world = await open({ shared: true });
    const { id } = await attemptIn(world);
    const { uid } = await book(world, plain, { metadata: { bookingAttempt: id } });
    const stray = await world.standIn.people.book({
      eventTypeId: confirmed,
      start: at(4),
      name: 'B',
      email: 'b@example.fr',
    });
    world.inbox.length = 0;
    await world.poll('delta', deployment);
    expect((await world.appointments()).map(({ calUid }) => calUid)).toEqual([uid]);
    expect((await world.appointments(deployment)).map(({ calUid }) => calUid)).toEqual([stray.uid]);
    const [state] = await world.query('SELECT last_poll_at AS at FROM calendar_accounts');
    expect(state?.at).toBeInstanceOf(Date);
  });
});
