import { leGourmetEventTypes } from '../le-gourmet-event-types.js';
import type { CalComStandInOptions } from '../calcom-stand-in.js';
import type { StandInEventType } from '../event-type.js';
import { ask } from '../testing/calcom-client.js';
import {
  anna,
  bernard,
  bookingBody,
  everyDay,
  eventTypeWith,
  openCalendar,
  type TestCalendar,
} from '../testing/test-calendar.js';

type Slots = Record<string, Record<string, unknown>[]>;

describe('slots of the stand-in for Cal.com', () => {
  let calendar: TestCalendar | undefined;

  afterEach(async () => {
    await calendar?.standIn.close();
    calendar = undefined;
  });

  async function open(eventTypes: CalComStandInOptions['eventTypes']): Promise<TestCalendar> {
    calendar = await openCalendar({ eventTypes });
    return calendar;
  }

  async function withOne(change: Partial<StandInEventType> = {}): Promise<TestCalendar> {
    return open([eventTypeWith(change)]);
  }

  async function slots({ standIn }: TestCalendar, query: string): Promise<Slots> {
    const { status, body } = await ask(standIn, `GET /v2/slots?${query}`);
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return body.data as Slots;
  }

  const starts = (days: Slots) => Object.values(days).flatMap((day) => day.map(({ start }) => String(start)));

  it('are the opening hours, with keys and times in the zone that was asked for', async () => {
    const days = await slots(await withOne(), 'eventTypeId=1&start=2026-11-20&end=2026-11-20&timeZone=Europe/Paris');
    expect(Object.keys(days)).toEqual(['2026-11-20']);
    expect(starts(days)).toHaveLength(8);
    expect(starts(days)[0]).toBe('2026-11-20T09:00:00.000+01:00');
  });

  it('are in UTC where no zone is asked for, and have an end where ranges are', async () => {
    const days = await slots(await withOne(), 'eventTypeId=1&start=2026-11-20&end=2026-11-20&format=range');
    expect(days['2026-11-20']?.[0]).toEqual({ start: '2026-11-20T08:00:00.000Z', end: '2026-11-20T09:00:00.000Z' });
  });

  it('keep to the wall clock when the clocks change', async () => {
    const days = await slots(
      await withOne({ bookingWindowDays: 365 }),
      'eventTypeId=1&start=2027-03-27&end=2027-03-28',
    );
    expect([days['2027-03-27']?.[0]?.start, days['2027-03-28']?.[0]?.start]).toEqual([
      '2027-03-27T08:00:00.000Z',
      '2027-03-28T07:00:00.000Z',
    ]);
  });

  it('cover the whole day of an end at midnight', async () => {
    const days = await slots(await withOne(), 'eventTypeId=1&start=2026-11-20T00:00:00Z&end=2026-11-21T00:00:00Z');
    expect(Object.keys(days)).toEqual(['2026-11-20', '2026-11-21']);
  });

  it('leave out days without any, and are nothing where all is closed', async () => {
    const sunday = { ...everyDay, availability: [], overrides: [] };
    expect(await slots(await withOne({ schedule: sunday }), 'eventTypeId=1&start=2026-11-20&end=2026-11-21')).toEqual(
      {},
    );
  });

  it('follow days that are unlike others', async () => {
    const overrides = [
      { date: '2026-11-20', startTime: '10:00', endTime: '12:00' },
      { date: '2026-11-21', startTime: '00:00', endTime: '00:00' },
    ];
    const days = await slots(
      await withOne({ schedule: { ...everyDay, overrides } }),
      'eventTypeId=1&start=2026-11-20&end=2026-11-21',
    );
    expect(starts(days)).toEqual(['2026-11-20T09:00:00.000Z', '2026-11-20T10:00:00.000Z']);
  });

  it('begin only after the notice, and end with the booking window', async () => {
    const notice = await withOne({ minimumBookingNotice: 180 });
    expect(starts(await slots(notice, 'eventTypeId=1&start=2026-11-18&end=2026-11-18'))).toEqual([
      '2026-11-18T14:00:00.000Z',
      '2026-11-18T15:00:00.000Z',
    ]);
    await notice.standIn.close();
    const near = await withOne({ bookingWindowDays: 1 });
    expect(starts(await slots(near, 'eventTypeId=1&start=2026-11-19&end=2026-11-25')).at(-1)).toBe(
      '2026-11-19T11:00:00.000Z',
    );
  });

  it('are not what is booked, nor what its buffers keep free', async () => {
    const open = await withOne({ beforeEventBuffer: 30, afterEventBuffer: 30 });
    await open.standIn.people.book({ eventTypeId: 1, start: '2026-11-20T11:00:00Z', name: 'A', email: 'a@b.fr' });
    const free = starts(await slots(open, 'eventTypeId=1&start=2026-11-20&end=2026-11-20'));
    expect(free).not.toContain('2026-11-20T10:00:00.000Z');
    expect(free).not.toContain('2026-11-20T12:00:00.000Z');
    expect(free).toContain('2026-11-20T13:00:00.000Z');
  });

  it('are free again for a booking that is being moved', async () => {
    const open = await withOne();
    const page = { eventTypeId: 1, start: '2026-11-20T11:00:00Z', name: 'A', email: 'a@b.fr' };
    const { uid } = await open.standIn.people.book(page);
    const query = 'eventTypeId=1&start=2026-11-20&end=2026-11-20';
    expect(starts(await slots(open, query))).not.toContain('2026-11-20T11:00:00.000Z');
    expect(starts(await slots(open, `${query}&bookingUidToReschedule=${uid}`))).toContain('2026-11-20T11:00:00.000Z');
  });

  it('remain while one of several hosts is free', async () => {
    const open = await withOne({ hosts: [anna, bernard] });
    const query = 'eventTypeId=1&start=2026-11-20&end=2026-11-20';
    const page = { eventTypeId: 1, start: '2026-11-20T11:00:00Z', email: 'a@b.fr' };
    expect((await open.standIn.people.book({ ...page, name: 'A' })).hostId).toBe(anna.id);
    expect(starts(await slots(open, query))).toContain('2026-11-20T11:00:00.000Z');
    expect((await open.standIn.people.book({ ...page, name: 'B' })).hostId).toBe(bernard.id);
    expect(starts(await slots(open, query))).not.toContain('2026-11-20T11:00:00.000Z');
  });

  it('show the seats that are left', async () => {
    const open = await withOne({ seatsPerTimeSlot: 2 });
    const query = 'eventTypeId=1&start=2026-11-20T11:00:00Z&end=2026-11-20T11:30:00Z';
    const page = { eventTypeId: 1, start: '2026-11-20T11:00:00Z', name: 'A' };
    expect((await slots(open, query))['2026-11-20']?.[0]).toMatchObject({ seatsBooked: 0, seatsTotal: 2 });
    const { uid } = await open.standIn.people.book({ ...page, email: 'a@b.fr' });
    expect((await slots(open, query))['2026-11-20']?.[0]).toMatchObject({ seatsRemaining: 1, bookingUid: uid });
    await open.standIn.people.book({ ...page, email: 'b@b.fr' });
    expect(await slots(open, query)).toEqual({});
  });

  it.each([
    ['start=2026-11-20&end=2026-11-20', 400, 'Either eventTypeId'],
    ['eventTypeId=9&start=2026-11-20&end=2026-11-20', 404, 'Event type with id 9 not found.'],
    ['eventTypeId=1&start=2026-11-21&end=2026-11-19', 400, 'Invalid time range'],
    ['eventTypeId=1&start=2026-02-31&end=2026-03-01', 400, 'start must be'],
    ['eventTypeId=1&start=2026-11-20&end=2026-11-20&timeZone=Mars', 400, 'timeZone must be'],
  ])('are refused for %s', async (query, status, message) => {
    const { standIn } = await withOne();
    const reply = await ask(standIn, `GET /v2/slots?${query}`);
    expect([reply.status, reply.body.error?.message]).toEqual([status, expect.stringContaining(message)]);
  });

  describe('that somebody keeps', () => {
    const query = 'eventTypeId=1&start=2026-11-20T11:00:00Z&end=2026-11-20T11:30:00Z';
    const body = { eventTypeId: 1, slotStart: '2026-11-20T11:00:00Z' };

    it('disappear for everybody for five minutes, and can be booked all the same', async () => {
      const open = await withOne({ hosts: [anna, bernard] });
      const reserved = await ask(open.standIn, 'POST /v2/slots/reservations', { body });
      expect(reserved.body.data).toMatchObject({ slotEnd: '2026-11-20T12:00:00.000Z', reservationDuration: 5 });
      expect(await slots(open, query)).toEqual({});
      const booked = await ask(open.standIn, 'POST /v2/bookings', { body: bookingBody('2026-11-20T11:00:00Z') });
      expect(booked.status).toBe(201);
      open.clock.set('2026-11-18T11:05:00.000Z');
      expect(starts(await slots(open, query))).toEqual(['2026-11-20T11:00:00.000Z']);
    });

    it('come back when they are let go', async () => {
      const open = await withOne();
      const { data } = (await ask(open.standIn, 'POST /v2/slots/reservations', { body })).body;
      const path = `/v2/slots/reservations/${(data as { reservationUid: string }).reservationUid}`;
      expect((await ask(open.standIn, `GET ${path}`)).status).toBe(200);
      expect((await ask(open.standIn, `DELETE ${path}`)).status).toBe(200);
      expect((await ask(open.standIn, `DELETE ${path}`)).status).toBe(404);
      expect(starts(await slots(open, query))).toHaveLength(1);
    });

    it('must be free, and be kept for longer by the account only', async () => {
      const { standIn } = await withOne();
      const long = { ...body, reservationDuration: 30 };
      const stranger = { headers: { authorization: undefined } };
      expect((await ask(standIn, 'POST /v2/slots/reservations', { body: long, ...stranger })).status).toBe(401);
      await ask(standIn, 'POST /v2/bookings', { body: bookingBody('2026-11-20T11:00:00Z') });
      expect((await ask(standIn, 'POST /v2/slots/reservations', { body })).status).toBe(422);
    });
  });

  describe('of Le Gourmet', () => {
    it.each([101, 102, 103])('leave an hour before the kitchen closes, every half hour (%d)', async (id) => {
      const open_ = await open(leGourmetEventTypes);
      const days = await slots(open_, `eventTypeId=${id}&start=2026-11-20&end=2026-11-20&timeZone=Europe/Paris`);
      expect(starts(days).map((start) => start.slice(11, 16))).toEqual(
        '12:00 12:30 13:00 19:00 19:30 20:00 20:30 21:00 21:30 22:00'.split(' '),
      );
    });

    it('are none on a Sunday', async () => {
      const days = await slots(await open(leGourmetEventTypes), 'eventTypeId=102&start=2026-11-22&end=2026-11-22');
      expect(days).toEqual({});
    });

    it('are four at a time in the room, and one at the window', async () => {
      const { standIn } = await open(leGourmetEventTypes);
      const book = async (eventTypeId: number) => {
        const body = bookingBody('2026-11-20T19:00:00Z', { eventTypeId, bookingFieldsResponses: { partySize: 2 } });
        return (await ask(standIn, 'POST /v2/bookings', { body })).status;
      };
      expect([await book(101), await book(101)]).toEqual([201, 400]);
      const statuses: number[] = [];
      for (let count = 0; count < 5; count += 1) statuses.push(await book(102));
      expect(statuses).toEqual([201, 201, 201, 201, 400]);
    });
  });
});
