import { sha256 } from '../../kernel/crypto/index.js';
import type { Appointment, AppointmentFacts } from './appointment.js';
import { settleAppointment, type AnnouncedAppointment, type ToldAppointment } from './settle-appointment.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 9, minute));

const facts: AppointmentFacts = {
  ...{ calUid: 'uid', calId: 1, eventTypeId: 1, title: 'Consultation', description: null, location: null },
  ...{ start: at(600), end: at(630), status: 'ACCEPTED', vendorStatus: 'accepted', noShow: false },
  ...{ organizerId: 1, organizerName: 'Docteur', organizerEmail: null, attendees: [], responses: {}, metadata: {} },
  ...{ cancellationReason: null, seated: false, seriesUid: null, icalUid: null },
  ...{ rescheduledFromUid: null, rescheduledToUid: null, createdAt: at(0), sourceUpdatedAt: null },
};

const told = { provider: 'CAL_COM', accountId: 'account' } as const;

function read(readAt: number, changed: Partial<AppointmentFacts>): ToldAppointment {
  return { ...told, readAt: at(readAt), facts: { ...facts, ...changed } };
}

function said(saidAt: number, announced: Partial<AppointmentFacts>): AnnouncedAppointment {
  return { ...told, saidAt: at(saidAt), announced: { calUid: 'uid', ...announced } };
}

function settle(all: readonly ToldAppointment[], known?: Appointment): Appointment | undefined {
  return all.reduce((row, each) => settleAppointment('workspace', row, each) ?? row, known);
}

/** Without what is the row's own. */
function contentOf(row: Appointment | undefined): unknown {
  if (!row) return undefined;
  const { id: _id, chainId: _chain, updatedAt: _at, ...content } = row;
  return content;
}

/** From 0 up to, but not including, 1. */
function seededChance(seed: string): () => number {
  let count = 0;
  return () => sha256(`${seed} ${(count += 1)}`).readUInt32BE() / 2 ** 32;
}

function pickBy(draw: () => number) {
  return <T>(items: readonly T[]): T => {
    const item = items[Math.floor(draw() * items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  };
}

function shuffled<T>(items: readonly T[], draw: () => number): T[] {
  const ranked = items.map((item) => ({ item, rank: draw() }));
  return ranked.sort((one, other) => one.rank - other.rank).map(({ item }) => item);
}

describe('readings in any order, any of them any number of times', () => {
  const names = ['a', 'b', 'c'];
  const statuses = ['PENDING', 'ACCEPTED', 'CANCELLED', 'REJECTED'] as const;

  it.each(['1', '2', '3', '4', '5', '6', '7', '8'])('make the same row (%s)', (seed) => {
    const draw = seededChance(seed);
    const pick = pickBy(draw);
    for (let round = 0; round < 100; round += 1) {
      const readings = Array.from({ length: 5 }, (_, index) =>
        read(10 + index, {
          status: pick(statuses),
          title: pick(names),
          sourceUpdatedAt: pick([null, at(1), at(2), at(3)]),
        }),
      );
      const paid = { ...readings[0], payment: { paymentId: '7' } } as ToldAppointment;
      const all = [paid, ...readings.slice(1)];
      const row = contentOf(settle(all));
      const again = shuffled([...all, pick(all), pick(all)], draw);
      expect(contentOf(settle(again))).toEqual(row);
    }
  });

  it.each(['1', '2', '3', '4'])('as do events where nothing can be read (%s)', (seed) => {
    const draw = seededChance(`events ${seed}`);
    const pick = pickBy(draw);
    for (let round = 0; round < 100; round += 1) {
      const events = Array.from({ length: 4 }, (_, index) => {
        return said(index, { ...facts, title: pick(names), status: pick(statuses), createdAt: at(0) });
      });
      const row = contentOf(settle(events));
      expect(contentOf(settle(shuffled([...events, pick(events)], draw)))).toEqual(row);
    }
  });
});

describe('a reading', () => {
  it('of an earlier change is worth nothing after one of a later', () => {
    const row = settle([read(2, { status: 'CANCELLED', sourceUpdatedAt: at(2) }), read(3, { sourceUpdatedAt: at(1) })]);
    expect(row?.status).toBe('CANCELLED');
  });

  it('of what was never changed is older than any change', () => {
    const row = settle([read(2, { status: 'CANCELLED', sourceUpdatedAt: at(2) }), read(3, {})]);
    expect(row?.status).toBe('CANCELLED');
  });

  it('that was asked for later tells of seats and absences, which leave no time of change', () => {
    const seats = [{ name: 'A', email: null, timeZone: null, phoneNumber: null, absent: false, seatUid: 's' }];
    expect(settle([read(3, { attendees: seats }), read(2, {})])?.attendees).toEqual(seats);
    expect(settle([read(2, {}), read(3, { attendees: seats })])?.attendees).toEqual(seats);
  });

  it('that says the same only moves the time at which it was seen', () => {
    const row = settle([read(1, {})]);
    expect(settleAppointment('workspace', row, read(1, {}))).toBeNull();
    expect(settleAppointment('workspace', row, read(2, {}))?.lastSeenAt).toEqual(at(2));
  });

  it('never brings back whom somebody has erased', () => {
    const row = settle([read(1, {})]);
    const erased = row && { ...row, accountId: null, title: '[erased]' };
    expect(settleAppointment('workspace', erased, read(9, { sourceUpdatedAt: at(9) }))).toBeNull();
    expect(settleAppointment('workspace', erased, said(9, { status: 'CANCELLED' }))).toBeNull();
  });

  it('brings back what had seemed to be gone, unless it is from before', () => {
    const row = settle([read(1, {})]);
    const gone = row && { ...row, missedAt: at(5), deletedAt: at(7) };
    expect(settle([read(9, {})], gone)).toMatchObject({ missedAt: null, deletedAt: null });
    expect(settle([read(4, {})], gone)).toMatchObject({ missedAt: at(5), deletedAt: at(7) });
  });
});

describe('an event, where Cal.com cannot be asked', () => {
  const whole = { title: 'X', start: at(60), end: at(90), organizerName: 'Y', vendorStatus: 'accepted' } as const;

  it('makes no appointment of less than every appointment has', () => {
    expect(settle([said(1, { status: 'ACCEPTED', title: 'X' })])).toBeUndefined();
    expect(settle([said(1, { ...whole, status: 'ACCEPTED' })])).toMatchObject({ status: 'ACCEPTED', toldAt: at(1) });
  });

  it('leaves standing what it says nothing of', () => {
    const row = settle([read(1, { metadata: { a: 1 }, location: 'ici' }), said(2, { status: 'CANCELLED' })]);
    expect(row).toMatchObject({ status: 'CANCELLED', metadata: { a: 1 }, location: 'ici', title: 'Consultation' });
  });

  it('gives way to a reading from after it, and not to one from before', () => {
    const row = settle([read(1, {}), said(5, { status: 'CANCELLED' })]);
    expect(settle([read(4, {})], row)?.status).toBe('CANCELLED');
    expect(settle([read(6, {})], row)?.status).toBe('ACCEPTED');
    expect(settle([read(6, {}), said(5, { status: 'CANCELLED' })])?.status).toBe('ACCEPTED');
  });

  it('does not open again what is closed', () => {
    const row = settle([said(1, { ...whole, status: 'CANCELLED' }), said(5, { ...whole, status: 'ACCEPTED' })]);
    expect(row?.status).toBe('CANCELLED');
  });
});
