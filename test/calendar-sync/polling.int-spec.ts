import { uuidv7 } from '../../src/kernel/context/index.js';
import type { CalendarAccount } from '../../src/calendar/accounts/calendar-account.js';
import { sweepWindow } from '../../src/calendar/sync/polling/sweep-windows.js';
import { lookAgainAfterMs } from '../../src/calendar/sync/hints/read-booking.job.js';
import { CalendarWorld } from './calendar-world.js';
import { confirmed, plain, seated } from './practice.js';

const opened: CalendarWorld[] = [];
afterEach(() => Promise.all(opened.splice(0).map((world) => world.close())));

/** An account whose webhooks are all lost. */
async function open(options?: Parameters<typeof CalendarWorld.open>[0]): Promise<CalendarWorld> {
  const world = await CalendarWorld.open(options);
  world.standIn.webhooks.lose(1, 'all');
  opened.push(world);
  return world;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const at = (day: number, hour = 9) => new Date(Math.ceil(Date.now() / dayMs) * dayMs + day * dayMs + hour * 3_600_000);
const book = ({ standIn }: CalendarWorld, start = at(3), eventTypeId = plain) =>
  standIn.people.book({ eventTypeId, start, name: 'Dupont', email: 'dupont@example.fr' });

async function stateOf(world: CalendarWorld) {
  const [state] = await world.query<Record<'high_water' | 'last_poll_at' | 'last_sweep_at' | 'problem', unknown>>(
    'SELECT high_water, last_poll_at, last_sweep_at, problem FROM calendar_accounts',
  );
  return state;
}

const lists = (world: CalendarWorld) => world.standIn.received.filter(({ path }) => path === '/v2/bookings');

describe('the look at what has changed', () => {
  it('finds what no webhook told of, and counts it once it is overdue', async () => {
    let now = Date.now() - 5 * minuteMs;
    const world = await open({ now: () => new Date(now) });
    const { uid } = await book(world);
    await world.poll('delta');
    expect(await world.appointment(uid)).toMatchObject({ status: 'ACCEPTED' });
    now += minuteMs;
    await world.standIn.people.cancel(uid);
    await world.poll('delta');
    expect(await world.appointment(uid)).toMatchObject({ status: 'CANCELLED' });
    const counts = await world.query('SELECT origin, repaired FROM calendar_sync_counts ORDER BY origin');
    expect(counts).toEqual([
      { origin: 'delta', repaired: 1 },
      { origin: 'sweep', repaired: 1 },
    ]);
  });

  it('counts nothing as missed whose webhook may be on its way', async () => {
    const world = await open();
    await book(world);
    await world.poll('delta');
    expect(await world.query('SELECT sum(repaired)::int AS repaired FROM calendar_sync_counts')).toEqual([
      { repaired: 0 },
    ]);
  });

  it('run twice changes nothing', async () => {
    const world = await open();
    await book(world);
    await world.poll('delta');
    const before = await world.appointments();
    await world.poll('delta');
    const plainly = (rows: typeof before) => rows.map(({ lastSeenAt: _at, ...row }) => row);
    expect(plainly(await world.appointments())).toEqual(plainly(before));
  });

  it('begins ten minutes before the last change it knows', async () => {
    const world = await open();
    const booking = await book(world);
    await world.poll('delta');
    await world.poll('delta');
    const asked = new URLSearchParams(lists(world).at(-1)?.search);
    const updatedAt = Date.parse(booking.updatedAt ?? '');
    expect(asked.get('afterUpdatedAt')).toBe(new Date(updatedAt - 10 * minuteMs).toISOString());
  });

  it('moves its mark only when it has read everything', async () => {
    const world = await open();
    await book(world);
    await world.poll('delta');
    const before = await stateOf(world);
    await book(world, at(4), confirmed);
    world.standIn.faults.next({ method: 'GET', path: /^\/v2\/bookings$/ }, { kind: 'status', status: 500 }, 5);
    await world.poll('delta');
    expect(await stateOf(world)).toMatchObject({ high_water: before?.high_water, problem: 'HTTP.FAILED' });
    world.standIn.faults.clear();
    await world.poll('delta');
    expect(await world.appointments()).toHaveLength(2);
    expect((await stateOf(world))?.problem).toBeNull();
  });

  it.each([
    ['the key is refused', { status: 401, problem: 'HTTP.CREDENTIAL_REJECTED', errors: 1 }],
    ['Cal.com wants no more questions', { status: 429, problem: 'HTTP.RATE_LIMITED', errors: 0 }],
  ])('ends quietly when %s, and says why', async (_, { status, problem, errors }) => {
    const world = await open();
    world.standIn.faults.next({}, { kind: 'status', status }, 50);
    await world.poll('delta');
    expect(await stateOf(world)).toMatchObject({ problem, last_poll_at: null });
    expect(world.said('vapi_cal.error')).toHaveLength(errors);
    expect(lists(world).length).toBeLessThanOrEqual(1);
  });

  it('reads on by value where a page is full, and leaves nothing out though rows move meanwhile', async () => {
    let now = Date.now() - dayMs;
    const world = await open({ now: () => new Date(now) });
    for (let index = 0; index < 260; index += 1) {
      now += 1_000;
      await book(world, new Date(at(3).getTime() + index * 30 * minuteMs));
    }
    await world.poll('delta');
    expect(await world.appointments()).toHaveLength(260);
    const skips = lists(world).map(({ search }) => new URLSearchParams(search).get('skip'));
    expect(new Set(skips)).toEqual(new Set(['0']));
  }, 60_000);

  it('counts through a page of one single moment', async () => {
    const now = Date.now() - dayMs;
    const world = await open({ now: () => new Date(now) });
    for (let index = 0; index < 260; index += 1) await book(world, new Date(at(3).getTime() + index * 30 * minuteMs));
    await world.poll('delta');
    await world.query('DELETE FROM appointments');
    await world.query('UPDATE calendar_accounts SET high_water = $1', [new Date(now)]);
    await world.poll('delta');
    expect(await world.appointments()).toHaveLength(260);
  }, 60_000);

  it('leaves out what the account’s owner only attends at others’, unless it stands here already', async () => {
    const world = await open();
    const own = await book(world);
    const known = await book(world, at(4), confirmed);
    await world.poll('delta');
    const stranger = await book(world, at(5), confirmed);
    const account = onlyWith(world.account, [plain]);
    await world.standIn.people.confirm(known.uid);
    await world.polling.sweep(world.ctx, account, sweepWindow('hour', new Date()));
    expect(await world.appointment(own.uid)).toBeDefined();
    expect(await world.appointment(known.uid)).toMatchObject({ status: 'ACCEPTED' });
    expect(await world.appointment(stranger.uid)).toBeUndefined();
  });
});

/** The same account, were these its only event types. */
function onlyWith(account: CalendarAccount, ids: readonly number[]): CalendarAccount {
  const list = () => Promise.resolve(ids.map((id) => ({ id })));
  const eventTypes = { list, listOfTeams: () => Promise.resolve([]) };
  const api: CalendarAccount['api'] = (use) => Object.assign(account.api(use), { eventTypes });
  return { ...account, version: uuidv7(), api };
}

describe('the look at a window of time', () => {
  it('finds seats and absences, which leave no trace among the changes', async () => {
    let now = Date.now() - 2 * dayMs;
    const world = await open({ now: () => new Date(now) });
    const { uid } = await book(world, new Date(Math.ceil(now / dayMs) * dayMs), seated);
    await world.poll('night');
    await world.standIn.people.book({
      eventTypeId: seated,
      start: new Date(Math.ceil(now / dayMs) * dayMs),
      name: 'Deux',
      email: 'deux@example.fr',
    });
    now = Date.now();
    await world.standIn.people.markNoShow(uid, { attendees: [{ email: 'deux@example.fr', absent: true }] });
    await world.poll('night');
    expect(await world.appointment(uid)).toMatchObject({
      noShow: true,
      attendees: [{ absent: false }, { absent: true }],
    });
  });

  it('finds bookings that have no time of change', async () => {
    const world = await open({ updatedAtOnCreate: false });
    await book(world);
    await world.poll('hour');
    expect(await world.appointments()).toHaveLength(1);
  });

  it('asks for what it has not met: moved out of the window it is still there', async () => {
    const world = await open();
    const { uid } = await book(world, at(59), seated);
    await world.poll('hour');
    await world.standIn.people.reschedule(uid, at(90));
    await world.poll('hour');
    expect(await world.appointment(uid)).toMatchObject({ start: at(90), deletedAt: null, missedAt: null });
  });

  it('takes what Cal.com does not know twice, a minute apart, for gone, and not for less', async () => {
    const world = await open();
    const { uid } = await book(world);
    await world.poll('hour');
    world.standIn.people.remove(uid);
    await world.poll('hour');
    const missed = await world.appointment(uid);
    expect(missed).toMatchObject({ deletedAt: null, missedAt: expect.any(Date) as Date });
    expect(world.looks).toEqual([{ appointmentId: missed?.id, look: 0, delayMs: lookAgainAfterMs[0] }]);
    await world.poll('hour');
    expect(await world.appointment(uid)).toMatchObject({ deletedAt: null });
    await world.query(`UPDATE appointments SET missed_at = missed_at - interval '1 minute'`);
    await world.poll('hour');
    expect(await world.appointment(uid)).toMatchObject({ deletedAt: expect.any(Date) as Date });
    const asked = world.standIn.received.length;
    await world.poll('hour');
    expect(world.standIn.received).toHaveLength(asked + 1);
  });

  it('does not take for gone what Cal.com fails to tell of', async () => {
    const world = await open();
    const { uid } = await book(world);
    await world.poll('hour');
    world.standIn.people.remove(uid);
    world.standIn.faults.next({ method: 'GET', path: /^\/v2\/bookings\/./ }, { kind: 'status', status: 503 }, 9);
    await world.poll('hour');
    expect(await world.appointment(uid)).toMatchObject({ missedAt: null });
    expect(await stateOf(world)).toMatchObject({ problem: 'HTTP.FAILED' });
  });

  it('leaves alone the appointments of other accounts, those of Google, and those that were erased', async () => {
    const world = await open();
    const uids = await Promise.all([at(3), at(4), at(5)].map(async (start) => (await book(world, start)).uid));
    await world.poll('hour');
    const [other = '', google = '', erased = ''] = uids;
    await world.query('UPDATE appointments SET account_id = $2 WHERE cal_uid = $1', [other, uuidv7()]);
    await world.query(`UPDATE appointments SET provider = 'GOOGLE_VIA_VAPI' WHERE cal_uid = $1`, [google]);
    await world.query('UPDATE appointments SET account_id = NULL WHERE cal_uid = $1', [erased]);
    for (const uid of uids) world.standIn.people.remove(uid);
    await world.poll('hour');
    expect((await world.appointments()).map(({ missedAt }) => missedAt)).toEqual([null, null, null]);
  });

  it('keeps the others when one booking cannot be recorded', async () => {
    const world = await open();
    await world.dataSource.query(`ALTER TABLE appointments ADD CONSTRAINT no_poison CHECK (title NOT LIKE '%Poison%')`);
    await world.standIn.people.book({ eventTypeId: confirmed, start: at(3), name: 'Poison', email: 'p@example.fr' });
    for (const day of [3, 4, 5]) await book(world, at(day));
    await world.poll('hour');
    expect(await world.appointments()).toHaveLength(3);
    expect(world.said('vapi_cal.error')).toHaveLength(1);
  });

  it('takes U+0000 out of what people write', async () => {
    const world = await open();
    await world.standIn.people.book({ eventTypeId: plain, start: at(3), name: 'Du\u0000pont', email: 'd@example.fr' });
    await world.poll('hour');
    expect((await world.appointments())[0]?.attendees[0]?.name).toBe('Dupont');
  });
});

describe('each night', () => {
  it('old counts, attempts that came to nothing and forgotten holds are removed', async () => {
    const world = await open();
    const { workspaceId } = world.ctx;
    const [count, attempt] = [
      `INSERT INTO calendar_sync_counts (workspace_id, hour, origin) VALUES ($1, date_trunc('hour', now()) - $2::interval, 'delta')`,
      `INSERT INTO booking_attempts (id, workspace_id, key, state, account_id, event_type_id, start_time, lease_until, finished_at)
        VALUES (gen_random_uuid(), $1, $3, $4, 'x', 1, now(), now(), now() - $2::interval)`,
    ];
    for (const age of ['401 days', '399 days']) await world.query(count, [workspaceId, age]);
    await world.query(attempt, [workspaceId, '91 days', 'a', 'refused']);
    await world.query(attempt, [workspaceId, '89 days', 'b', 'refused']);
    await world.query(attempt, [workspaceId, '91 days', 'c', 'booked']);
    await world.query(`INSERT INTO slot_holds VALUES ($1, 1, now(), 'x', now() - interval '1 day')`, [workspaceId]);
    await world.poll('night');
    const left =
      await world.query(`SELECT (SELECT count(*)::int FROM calendar_sync_counts WHERE hour < now() - interval '1 day') AS counts,
      (SELECT string_agg(key, '' ORDER BY key) FROM booking_attempts) AS attempts, (SELECT count(*)::int FROM slot_holds) AS holds`);
    expect(left).toEqual([{ counts: 1, attempts: 'bc', holds: 0 }]);
  });
});
