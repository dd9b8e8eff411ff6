import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../../test/support/until.js';
import { SandboxFileDamaged } from '../../sandbox.errors.js';
import { CalComStandIn, type CalComStandInOptions } from '../calcom-stand-in.js';
import { ask, testKey } from '../testing/calcom-client.js';
import { bookingBody, eventTypeWith, openCalendar, type TestCalendar } from '../testing/test-calendar.js';

const friday = '2026-11-20T11:00:00.000Z';
const page = { eventTypeId: 1, start: friday, name: 'Jean Dupont', email: 'jean@example.com' };

describe('the stand-in for Cal.com over HTTP', () => {
  let calendar: TestCalendar | undefined;

  afterEach(async () => {
    await calendar?.standIn.close();
    calendar = undefined;
  });

  async function open(options: Partial<CalComStandInOptions> = {}): Promise<TestCalendar> {
    calendar = await openCalendar(options);
    return calendar;
  }

  it('refuses a wrong key everywhere, and none where one is needed', async () => {
    const { standIn } = await open();
    const wrong = { headers: { authorization: 'Bearer cal_wrong' } };
    const none = { headers: { authorization: undefined } };
    expect((await ask(standIn, 'GET /v2/slots', wrong)).body).toMatchObject({
      status: 'error',
      path: '/v2/slots',
      error: { code: 'UnauthorizedException' },
    });
    expect((await ask(standIn, 'GET /v2/bookings', none)).status).toBe(401);
    expect((await ask(standIn, 'POST /v2/bookings', { ...none, body: bookingBody(friday) })).status).toBe(201);
  });

  it.each([
    ['GET /v2/slots?eventTypeId=1&start=2026-11-20&end=2026-11-20', 404],
    ['GET /v2/bookings/UID/attendees', 404],
    ['POST /v2/bookings/UID/reschedule', 404],
    ['POST /v2/bookings', 400],
  ])('answers %s without its version as 2024-04-15 would: %d', async (line, status) => {
    const { standIn } = await open();
    const { uid } = await standIn.people.book(page);
    const headers = { 'cal-api-version': '2026-01-01' };
    const body = line.startsWith('POST') ? bookingBody('2026-11-20T13:00:00Z') : undefined;
    expect((await ask(standIn, line.replace('UID', uid), { headers, body })).status).toBe(status);
  });

  it.each([
    '/v2/bookings',
    '/v2/bookings/UID',
    '/v2/event-types',
    '/v2/event-types/1',
    '/v2/schedules',
    '/v2/schedules/3',
  ])('answers GET %s without its version in another shape', async (path) => {
    const { standIn } = await open();
    const { uid } = await standIn.people.book(page);
    const line = `GET ${path.replace('UID', uid)}`;
    const [asked, old] = [
      await ask(standIn, line),
      await ask(standIn, line, { headers: { 'cal-api-version': undefined } }),
    ];
    expect([asked.status, old.status]).toEqual([200, 200]);
    expect(old.body.data).not.toEqual(asked.body.data);
  });

  it('serves the same below a host of the vendor, and keeps what was asked', async () => {
    const { standIn } = await open();
    const { status } = await ask({ url: `${standIn.url}/api.cal.com` }, 'GET /v2/me?x=1');
    expect(status).toBe(200);
    expect(standIn.received.at(-1)).toMatchObject({
      method: 'GET',
      path: '/v2/me',
      search: '?x=1',
      version: undefined,
    });
  });

  it('answers unknown paths, versions and members with 404 and 400', async () => {
    const { standIn } = await open();
    expect((await ask(standIn, 'GET /v2/nothing')).status).toBe(404);
    expect((await ask(standIn, 'GET /v2/event-types/abc')).status).toBe(400);
    expect((await ask(standIn, 'GET /v2/event-types/99')).status).toBe(404);
    expect((await ask(standIn, 'GET /v2/schedules/99')).status).toBe(404);
  });

  it('knows no staff without an organization, and says whom to ask', async () => {
    const { standIn } = await open();
    const reply = await ask(standIn, 'GET /v2/organizations/5/users');
    expect([reply.status, reply.body.error?.message]).toEqual([403, expect.stringContaining('contact sales')]);
  });

  it('keeps staff, each address once', async () => {
    const { standIn } = await open({ organization: { id: 5 } });
    const body = { email: 'new@example.com' };
    expect((await ask(standIn, 'POST /v2/organizations/5/users', { body })).body.data).toMatchObject({
      username: 'new',
    });
    expect((await ask(standIn, 'POST /v2/organizations/5/users', { body })).status).toBe(409);
    expect((await ask(standIn, 'PATCH /v2/organizations/5/users/1', { body: {} })).status).toBe(404);
  });

  it('tells how many requests are left, and keeps out for a minute who asks too often', async () => {
    const { standIn, clock } = await open({ requestsPerMinute: 2 });
    const first = await ask(standIn, 'GET /v2/me');
    expect(first.headers.get('x-ratelimit-limit-default')).toBe('2');
    expect(first.headers.get('x-ratelimit-remaining-default')).toBe('1');
    await ask(standIn, 'GET /v2/me');
    const third = await ask(standIn, 'GET /v2/me');
    expect([third.status, third.headers.get('x-ratelimit-reset-default')]).toEqual([429, '60']);
    clock.set('2026-11-18T11:00:59.000Z');
    expect((await ask(standIn, 'GET /v2/me')).status).toBe(429);
    clock.set('2026-11-18T11:01:00.000Z');
    expect((await ask(standIn, 'GET /v2/me')).status).toBe(200);
  });

  describe('with faults', () => {
    const create = { method: 'POST', path: /^\/v2\/bookings$/ };
    const book = ({ standIn }: TestCalendar) => ask(standIn, 'POST /v2/bookings', { body: bookingBody(friday) });

    it('breaks the connection after it has booked', async () => {
      const world = await open();
      world.standIn.faults.next(create, { kind: 'cut', when: 'after' });
      await expect(book(world)).rejects.toThrow();
      expect(world.standIn.bookings.list()).toHaveLength(1);
      expect((await book(world)).status).toBe(400);
    });

    it('breaks the connection before it has booked', async () => {
      const world = await open();
      world.standIn.faults.next(create, { kind: 'cut', when: 'before' });
      await expect(book(world)).rejects.toThrow();
      expect((await book(world)).status).toBe(201);
    });

    it.each(['before', 'after'] as const)('never answers, %s it has booked', async (when) => {
      const world = await open();
      world.standIn.faults.next(create, { kind: 'silence', when });
      const silent = book(world);
      const ended = expect(silent).rejects.toThrow();
      await until(() => world.standIn.received.length === 1);
      const made = when === 'after' ? 1 : 0;
      await until(() => world.standIn.bookings.list().length === made);
      await world.standIn.close();
      await ended;
      expect(world.standIn.bookings.list()).toHaveLength(made);
    });

    it('answers an error in place of doing it', async () => {
      const world = await open();
      const headers = { 'retry-after': '3' };
      world.standIn.faults.next(create, { kind: 'status', status: 503, headers });
      const reply = await book(world);
      expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '3']);
      expect(world.standIn.bookings.list()).toEqual([]);
    });

    it('ends an answer in the middle', async () => {
      const world = await open();
      world.standIn.faults.next(create, { kind: 'malformed' });
      await expect(book(world)).rejects.toMatchObject({ name: 'SyntaxError' });
      expect(world.standIn.bookings.list()).toHaveLength(1);
    });

    it('answers late', async () => {
      const world = await open();
      world.standIn.faults.next(create, { kind: 'slow', ms: 30 });
      const before = performance.now();
      expect((await book(world)).status).toBe(201);
      expect(performance.now() - before).toBeGreaterThan(25);
    });

    it('reads the state before the last change, of one booking and of the list', async () => {
      const { standIn } = await open();
      const { uid } = await standIn.people.book(page);
      await standIn.people.cancel(uid);
      standIn.faults.next({ method: 'GET' }, { kind: 'stale' }, 2);
      const status = async () =>
        ((await ask(standIn, `GET /v2/bookings/${uid}`)).body.data as { status: string }).status;
      expect(await status()).toBe('accepted');
      expect((await ask(standIn, 'GET /v2/bookings')).body.data).toMatchObject([{ uid, status: 'accepted' }]);
      expect(await status()).toBe('cancelled');
    });

    it('does not know yet what was just made', async () => {
      const { standIn } = await open();
      const { uid } = await standIn.people.book(page);
      standIn.faults.next({ method: 'GET' }, { kind: 'stale' });
      expect((await ask(standIn, `GET /v2/bookings/${uid}`)).status).toBe(404);
    });

    it('spoils every nth that matches, until it is cleared', async () => {
      const { standIn } = await open();
      standIn.faults.every(2, { path: /me$/ }, { kind: 'status', status: 502 });
      const statuses: number[] = [];
      for (let count = 0; count < 4; count += 1) statuses.push((await ask(standIn, 'GET /v2/me')).status);
      standIn.faults.clear();
      statuses.push((await ask(standIn, 'GET /v2/me')).status, (await ask(standIn, 'GET /v2/me')).status);
      expect(statuses).toEqual([200, 502, 200, 502, 200, 200]);
    });

    it('spoils a share by a chance of one’s own', async () => {
      const { standIn } = await open();
      const draws = [0.9, 0.1];
      standIn.faults.sometimes(0.5, { kind: 'status', status: 500 }, { draw: () => draws.shift() ?? 1 });
      expect((await ask(standIn, 'GET /v2/me')).status).toBe(200);
      expect((await ask(standIn, 'GET /v2/me')).status).toBe(500);
    });
  });

  describe('with a file', () => {
    let folder = '';
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'calcom-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('remembers bookings, webhooks and staff over a restart', async () => {
      const options = { dataFile: join(folder, 'deep', 'calcom.json'), organization: { id: 5 } };
      const first = await openCalendar(options);
      const booking = await first.standIn.people.book(page);
      await ask(first.standIn, 'POST /v2/organizations/5/users', { body: { email: 'new@example.com' } });
      const hooks = first.standIn.subscriptions.list();
      await first.standIn.close();

      const again = await CalComStandIn.open({ apiKey: testKey, eventTypes: [eventTypeWith()], ...options });
      expect(again.bookings.list()).toEqual([booking]);
      expect(again.subscriptions.list()).toEqual(hooks);
      expect((await ask(again, 'GET /v2/organizations/5/users')).body.data).toMatchObject([
        { email: 'new@example.com' },
      ]);
      await again.close();
    });

    it('refuses a file that it cannot read', async () => {
      const dataFile = join(folder, 'calcom.json');
      await writeFile(dataFile, '{"bookings":');
      const opening = CalComStandIn.open({ apiKey: testKey, eventTypes: [eventTypeWith()], dataFile });
      await expect(opening).rejects.toThrow(SandboxFileDamaged);
    });
  });
});
