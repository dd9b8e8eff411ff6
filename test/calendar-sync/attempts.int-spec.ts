import { uuidv7 } from '../../src/kernel/context/index.js';
import { CalendarWorld } from './calendar-world.js';
import { plain, recurring, seated } from './practice.js';

const opened: CalendarWorld[] = [];
afterEach(() => Promise.all(opened.splice(0).map((world) => world.close())));

async function open(): Promise<CalendarWorld> {
  const world = await CalendarWorld.open();
  world.standIn.webhooks.lose(1, 'all');
  opened.push(world);
  return world;
}

const dayMs = 86_400_000;
const at = (day: number) => new Date(Math.ceil(Date.now() / dayMs) * dayMs + day * dayMs + 9 * 3_600_000);

/** An attempt that its maker left a while ago. */
async function abandoned(world: CalendarWorld, more: { key?: string; callKey?: string; eventTypeId?: number } = {}) {
  const { key = uuidv7(), callKey = null, eventTypeId = plain } = more;
  const plan = { key, accountId: world.account.id, eventTypeId, start: at(3), callKey };
  const { id } = await world.unitOfWork.run(world.ctx, (tx) => world.attempts.claim(tx, plan));
  await world.query(`UPDATE booking_attempts SET lease_until = now() - interval '1 minute' WHERE id = $1`, [id]);
  return id;
}

function book({ standIn }: CalendarWorld, attemptId: string, more: { eventTypeId?: number; start?: Date } = {}) {
  const { eventTypeId = plain, start = at(3) } = more;
  const metadata = { bookingAttempt: attemptId };
  return standIn.people.book({ eventTypeId, start, name: 'Dupont', email: 'dupont@example.fr', metadata });
}

const statesOf = (world: CalendarWorld) =>
  world.query('SELECT id, state, cal_uid AS uid, failure FROM booking_attempts ORDER BY created_at, id');

describe('an abandoned attempt', () => {
  it('that has booked is booked, with its call', async () => {
    const world = await open();
    const callId = uuidv7();
    await world.query(
      `INSERT INTO calls (id, workspace_id, vapi_call_id, direction, status, began_at) VALUES ($1, $2, 'call-1', 'INBOUND', 'COMPLETED', now())`,
      [callId, world.ctx.workspaceId],
    );
    const id = await abandoned(world, { callKey: 'call-1' });
    const { uid } = await book(world, id);
    await world.abandoned.settle(world.ctx);
    expect(await statesOf(world)).toEqual([{ id, state: 'booked', uid, failure: null }]);
    expect(await world.appointment(uid)).toMatchObject({ attemptId: id, callId, status: 'ACCEPTED' });
    await world.abandoned.settle(world.ctx);
    expect(await world.appointments()).toHaveLength(1);
  });

  it.each([
    ['of a series', recurring, 3],
    ['of a seat', seated, 1],
  ])('%s is found as well', async (_, eventTypeId, count) => {
    const world = await open();
    const id = await abandoned(world, { eventTypeId });
    const { uid } = await book(world, id, { eventTypeId });
    await world.abandoned.settle(world.ctx);
    expect(await statesOf(world)).toMatchObject([{ state: 'booked', uid }]);
    expect(await world.appointments()).toHaveLength(count);
  });

  it('that has booked nothing is refused, and its slot can be booked again', async () => {
    const world = await open();
    const key = uuidv7();
    const id = await abandoned(world, { key });
    await world.abandoned.settle(world.ctx);
    expect(await statesOf(world)).toEqual([{ id, state: 'refused', uid: null, failure: 'CALENDAR.NOT_BOOKED' }]);
    expect(await abandoned(world, { key })).not.toBe(id);
  });

  it('stays as it is while Cal.com cannot be asked', async () => {
    const world = await open();
    const id = await abandoned(world);
    await book(world, id);
    world.standIn.faults.next({ method: 'GET' }, { kind: 'status', status: 503 }, 9);
    await world.abandoned.settle(world.ctx);
    expect(await statesOf(world)).toMatchObject([{ state: 'pending' }]);
  });

  it('that somebody holds is left to them', async () => {
    const world = await open();
    const id = await abandoned(world);
    await world.query(`UPDATE booking_attempts SET lease_until = now() + interval '4 s' WHERE id = $1`, [id]);
    await world.abandoned.settle(world.ctx);
    expect(await statesOf(world)).toMatchObject([{ state: 'pending' }]);
    expect(world.standIn.received).toEqual([]);
  });

  it('is booked by whatever tells of its booking first', async () => {
    const world = await open();
    const id = await abandoned(world);
    const { uid } = await book(world, id);
    await world.poll('delta');
    expect(await statesOf(world)).toMatchObject([{ state: 'booked', uid }]);
  });
});

describe('one order that was booked twice', () => {
  const hours = (count: number) => new Date(at(3).getTime() + count * 3_600_000);

  it('by a request that was believed lost: the older booking stays, the other is cancelled with a reason', async () => {
    const world = await open();
    const id = await abandoned(world);
    const first = await book(world, id);
    const second = await book(world, id, { start: hours(1) });
    await world.poll('delta');
    expect(world.standIn.bookings.find(first.uid)?.status).toBe('accepted');
    expect(world.standIn.bookings.find(second.uid)).toMatchObject({
      status: 'cancelled',
      cancellationReason: 'Réservé deux fois par erreur',
    });
    expect(await world.appointment(second.uid)).toMatchObject({ status: 'CANCELLED' });
    expect(await statesOf(world)).toMatchObject([{ state: 'booked', uid: first.uid }]);
    expect(world.said('vapi_cal.error')).toMatchObject([{ doing: 'cancel_double' }]);
    await world.poll('night');
    expect(world.said('vapi_cal.error')).toHaveLength(1);
  });

  it('is found by a look even where webhooks have told of both', async () => {
    const world = await open();
    world.standIn.webhooks.end();
    const id = await abandoned(world);
    const first = await book(world, id);
    const second = await book(world, id, { start: hours(1) });
    await world.workAll();
    expect(await world.appointments()).toHaveLength(2);
    await world.poll('hour');
    expect(world.standIn.bookings.find(first.uid)?.status).toBe('accepted');
    expect(world.standIn.bookings.find(second.uid)?.status).toBe('cancelled');
  });

  it('stays where Cal.com does not let it be cancelled, and the look goes on', async () => {
    const world = await open();
    const id = await abandoned(world);
    await book(world, id);
    const second = await book(world, id, { start: hours(1) });
    world.standIn.faults.next({ method: 'POST' }, { kind: 'status', status: 403 }, 9);
    await world.poll('hour');
    expect(world.said('vapi_cal.error')).toMatchObject([
      { doing: 'cancel_double' },
      { problem: 'HTTP.RIGHTS_MISSING' },
    ]);
    const [state] = await world.query('SELECT problem, last_sweep_at AS at FROM calendar_accounts');
    expect(state).toEqual({ problem: null, at: expect.any(Date) as Date });
    world.standIn.faults.clear();
    await world.poll('hour');
    expect(world.standIn.bookings.find(second.uid)?.status).toBe('cancelled');
  });

  it('by two attempts, the first of which was given up too early', async () => {
    const world = await open();
    const key = uuidv7();
    const lost = await abandoned(world, { key });
    await world.abandoned.settle(world.ctx);
    const id = await abandoned(world, { key });
    const kept = await book(world, id);
    await world.poll('delta');
    const late = await book(world, lost, { start: hours(1) });
    await world.poll('delta');
    expect(world.standIn.bookings.find(kept.uid)?.status).toBe('accepted');
    expect(world.standIn.bookings.find(late.uid)?.status).toBe('cancelled');
  });

  it('is not what a moved booking is, nor a series', async () => {
    const world = await open();
    const [one, other] = [await abandoned(world), await abandoned(world, { eventTypeId: recurring })];
    const { uid } = await book(world, one);
    await world.poll('delta');
    await world.standIn.people.reschedule(uid, hours(2));
    await book(world, other, { eventTypeId: recurring });
    await world.poll('night');
    expect(world.said('vapi_cal.error')).toEqual([]);
    expect(world.standIn.bookings.list().filter(({ status }) => status === 'accepted')).toHaveLength(4);
  });
});
