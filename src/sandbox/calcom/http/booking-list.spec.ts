import { ask, type CalComReply } from '../testing/calcom-client.js';
import { eventTypeWith, openCalendar, type TestCalendar } from '../testing/test-calendar.js';

const page = { eventTypeId: 1, name: 'Jean Dupont', email: 'jean@example.com' };

describe('the list of bookings of the stand-in for Cal.com', () => {
  let calendar: TestCalendar | undefined;

  afterEach(async () => {
    await calendar?.standIn.close();
    calendar = undefined;
  });

  /** One a day at noon from the 19th on, made one minute after the other. */
  async function withBookings(count: number, options: Parameters<typeof openCalendar>[0] = {}): Promise<string[]> {
    calendar = await openCalendar({ eventTypes: [eventTypeWith({ requiresConfirmation: false })], ...options });
    const uids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      calendar.clock.set(`2026-11-18T11:0${index}:00.000Z`);
      uids.push((await calendar.standIn.people.book({ ...page, start: `2026-11-${19 + index}T11:00:00Z` })).uid);
    }
    return uids;
  }

  async function list(query: string): Promise<CalComReply> {
    if (!calendar) throw new Error('The stand-in is not open.');
    return ask(calendar.standIn, `GET /v2/bookings?${query}`);
  }

  async function listed(query: string): Promise<string[]> {
    return ((await list(query)).body.data as { uid: string }[]).map(({ uid }) => uid);
  }

  it('is in the order of starts, in pages', async () => {
    const uids = await withBookings(5);
    expect(await listed('take=2&skip=2')).toEqual(uids.slice(2, 4));
    expect((await list('take=2&skip=2')).body.pagination).toEqual({
      totalItems: 5,
      remainingItems: 1,
      returnedItems: 2,
      itemsPerPage: 2,
      currentPage: 2,
      totalPages: 3,
      hasNextPage: true,
      hasPreviousPage: true,
    });
  });

  it('counts without the filters on changes: its numbers promise more than there is', async () => {
    const uids = await withBookings(5);
    const { body } = await list('afterUpdatedAt=2026-11-18T11:03:00Z&take=3');
    expect((body.data as { uid: string }[]).map(({ uid }) => uid)).toEqual(uids.slice(3));
    expect(body.pagination).toMatchObject({ totalItems: 5, returnedItems: 3, hasNextPage: true });
  });

  it('leaves out rows that have never been changed, where those have no updatedAt', async () => {
    const [first] = await withBookings(2, { updatedAtOnCreate: false });
    expect(await listed('afterUpdatedAt=2026-01-01')).toEqual([]);
    await calendar?.standIn.people.cancel(first ?? '');
    expect(await listed('afterUpdatedAt=2026-01-01')).toEqual([first]);
  });

  it('has inclusive bounds', async () => {
    const uids = await withBookings(3);
    expect(await listed('afterStart=2026-11-20T11:00:00Z')).toEqual(uids.slice(1));
    expect(await listed('beforeEnd=2026-11-20T12:00:00Z')).toEqual(uids.slice(0, 2));
    expect(await listed('afterCreatedAt=2026-11-18T11:01:00Z&beforeCreatedAt=2026-11-18T11:01:00Z')).toEqual([uids[1]]);
    expect(await listed('beforeUpdatedAt=2026-11-18T11:00:00Z')).toEqual([uids[0]]);
  });

  it('sorts by what is asked for', async () => {
    const uids = await withBookings(3);
    await calendar?.standIn.people.cancel(uids[0] ?? '');
    calendar?.clock.set('2026-11-18T12:00:00.000Z');
    expect(await listed('sortStart=desc')).toEqual([...uids].reverse());
    expect((await listed('sortUpdatedAt=desc')).includes(uids[2] ?? '')).toBe(true);
    expect((await list('sortStart=up')).status).toBe(400);
  });

  it('has statuses of its own', async () => {
    const uids = await withBookings(4);
    await calendar?.standIn.people.cancel(uids[1] ?? '');
    await calendar?.standIn.people.cancel(uids[2] ?? '');
    calendar?.clock.set('2026-11-19T13:00:00.000Z');
    expect(await listed('status=upcoming')).toEqual([uids[3]]);
    expect(await listed('status=past')).toEqual([uids[0]]);
    expect(await listed('status=cancelled')).toEqual([uids[2], uids[1]]);
    expect(await listed('status=upcoming,past')).toEqual([uids[0], uids[3]]);
    expect(await listed('')).toHaveLength(4);
    expect((await list('status=accepted')).status).toBe(400);
  });

  it('finds attendees by their exact words', async () => {
    const uids = await withBookings(2);
    expect(await listed('attendeeEmail=jean@example.com')).toEqual(uids);
    expect(await listed('attendeeEmail=Jean@example.com')).toEqual([]);
    expect(await listed('attendeeName=Jean%20Dupont&eventTypeId=1')).toEqual(uids);
    expect(await listed('eventTypeIds=2,3')).toEqual([]);
    expect(await listed(`bookingUid=${uids[1] ?? ''}`)).toEqual([uids[1]]);
  });

  it.each(['take=0', 'take=251', 'take=x', 'skip=-1', 'afterStart=yesterday', 'beforeEnd=2026-02-30'])(
    'refuses %s',
    async (query) => {
      await withBookings(0);
      expect((await list(query)).status).toBe(400);
    },
  );
});
