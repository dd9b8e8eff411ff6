import { CalComStage, refusal, success } from './testing/calcom-stage.js';

const from = new Date('2026-12-04T23:00:00.000Z');
const to = new Date('2026-12-06T00:00:00.000Z');
const search = { eventTypeId: 101, from, to, timeZone: 'Europe/Paris' };

describe('SlotsApi', () => {
  let stage: CalComStage;
  beforeAll(async () => {
    stage = await CalComStage.open();
  });
  afterAll(() => stage.close());

  it('asks for no day more than is wanted, since midnight would mean all of it', async () => {
    await stage.play(success({})).slots.find(search);
    expect(stage.calls[0]?.query).toEqual({
      eventTypeId: '101',
      start: '2026-12-04T23:00:00.000Z',
      end: '2026-12-05T23:59:59.999Z',
      timeZone: 'Europe/Paris',
      format: 'range',
    });
  });

  it('does not ask about no time at all', async () => {
    await expect(stage.play(success({})).slots.find({ ...search, to: from })).resolves.toEqual([]);
    expect(stage.calls).toEqual([]);
  });

  it('finds what may begin in time, in the order of time', async () => {
    const days = {
      '2026-12-06': [{ start: '2026-12-06T00:30:00.000+01:00' }, { start: '2026-12-06T01:00:00.000+01:00' }],
      '2026-12-05': [
        { start: '2026-12-05T19:00:00.000+01:00', end: '2026-12-05T20:30:00.000+01:00' },
        { start: '2026-12-05T00:00:00.000+01:00' },
        { start: '2026-12-04T23:30:00.000+01:00' },
      ],
    };
    await expect(stage.play(success(days)).slots.find(search)).resolves.toEqual([
      { start: new Date('2026-12-04T23:00:00.000Z'), end: null },
      { start: new Date('2026-12-05T18:00:00.000Z'), end: new Date('2026-12-05T19:30:00.000Z') },
      { start: new Date('2026-12-05T23:30:00.000Z'), end: null },
    ]);
  });

  it('reads seats, and plain moments as Cal.com describes them', async () => {
    const seats = { seatsBooked: 1, seatsRemaining: 3, seatsTotal: 4, bookingUid: 'b1' };
    const days = { '2026-12-05': ['2026-12-05T18:00:00.000Z', { start: '2026-12-05T19:00:00.000Z', ...seats }] };
    await expect(stage.play(success(days)).slots.find(search)).resolves.toEqual([
      { start: new Date('2026-12-05T18:00:00.000Z'), end: null },
      { start: new Date('2026-12-05T19:00:00.000Z'), end: null, seatsRemaining: 3, bookingUid: 'b1' },
    ]);
  });

  it('keeps a slot for a while, and gives it back once', async () => {
    const reply = {
      eventTypeId: 101,
      slotStart: '2026-12-05T18:00:00.000Z',
      slotEnd: '2026-12-05T19:30:00.000Z',
      slotDuration: 90,
      reservationUid: 'r1',
      reservationDuration: 5,
      reservationUntil: '2026-11-21T10:05:00.000Z',
    };
    const { slots } = stage.play(success(reply), success(undefined), refusal(404, 'Reservation not found'));
    const start = new Date(reply.slotStart);
    await expect(slots.reserve({ eventTypeId: 101, start })).resolves.toEqual({
      uid: 'r1',
      start,
      end: new Date(reply.slotEnd),
      until: new Date(reply.reservationUntil),
    });
    await slots.release('r1');
    await slots.release('r1');
    expect(stage.calls.map(({ method }) => method)).toEqual(['POST', 'DELETE', 'DELETE']);
  });
});
