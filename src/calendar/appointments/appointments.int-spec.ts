import { bookTable, freeStarts, withPlayedCalendar } from '../../../test/support/calendar-server.js';
import { signUp } from '../../../test/support/people.js';
import { book, reschedule, cancel, one, listed, orderOf } from './testing/operations.js';

const played = withPlayedCalendar();

type Fields = Record<string, unknown>;

const newPerson = () => signUp(played.server.client);

describe('booking an appointment', () => {
  it('shows all that the calendar has of it, and who booked', async () => {
    const person = await newPerson();
    const order = await orderOf(person.client);
    const input = { ...order, notes: 'Près de la fenêtre', attendeePhoneNumber: '+33612345678' };
    const { bookAppointment } = await person.client.ask<{ bookAppointment: Fields }>(book, { input });
    const [truth] = played.calcom.bookings.list().filter(({ uid }) => uid === bookAppointment.calUid);
    expect(truth).toBeDefined();
    expect(bookAppointment).toMatchObject({
      __typename: 'Appointment',
      provider: 'CAL_COM',
      status: 'ACCEPTED',
      eventTypeId: 102,
      startTime: order.start,
      notes: 'Près de la fenêtre',
      workspace: { id: person.workspaceId },
      attendees: [
        {
          name: 'Madame Dupont',
          email: 'dupont@example.fr',
          phoneNumber: '+33612345678',
          timeZone: 'Europe/Paris',
          absent: false,
        },
      ],
      contact: { name: 'Madame Dupont', phoneNumbers: ['+33612345678'] },
      responses: { partySize: 4 },
      ...{ noShow: false, paid: false, call: null, rescheduledFrom: null, rescheduledTo: null },
    });
    expect(await person.client.ask(one, { id: bookAppointment.id })).toEqual({
      appointment: Object.fromEntries(Object.entries(bookAppointment).filter(([key]) => key !== '__typename')),
    });
    const node = 'query ($id: ID!) { node(id: $id) { id ... on Appointment { status } } }';
    expect(await person.client.ask(node, { id: bookAppointment.id })).toEqual({
      node: { id: bookAppointment.id, status: 'ACCEPTED' },
    });
  });

  it('is written down in the audit by ids only', async () => {
    const person = await newPerson();
    const { id } = await bookTable(person.client, { attendeeEmail: 'secret@example.fr', notes: 'une note' });
    const { auditLog } = await person.client.ask<{ auditLog: { nodes: Fields[] } }>(
      'query ($id: ID) { auditLog(targetId: $id) { nodes { action targetId details actor { id } } } }',
      { id },
    );
    expect(auditLog.nodes).toEqual([
      { action: 'appointment.booked', targetId: id, details: null, actor: { id: person.userId } },
    ]);
  });

  it('is done once for one idempotency key, also when it is asked for at the same time', async () => {
    const person = await newPerson();
    const input = { ...(await orderOf(person.client)), idempotencyKey: 'form-1' };
    const before = played.calcom.bookings.list().length;
    const all = await Promise.all(
      Array.from({ length: 5 }, () => person.client.ask<{ bookAppointment: Fields }>(book, { input })),
    );
    expect(new Set(all.map(({ bookAppointment }) => bookAppointment.id)).size).toBe(1);
    expect(played.calcom.bookings.list()).toHaveLength(before + 1);
    const { auditLog } = await person.client.ask<{ auditLog: { totalCount: number } }>(
      'query ($id: ID) { auditLog(targetId: $id) { totalCount } }',
      { id: all[0]?.bookAppointment.id },
    );
    expect(auditLog.totalCount).toBe(1);
  });

  it('is done once when the answer of the calendar is lost', async () => {
    const person = await newPerson();
    const input = await orderOf(person.client);
    const before = played.calcom.bookings.list().length;
    played.calcom.faults.next({ method: 'POST', path: /^\/v2\/bookings$/ }, { kind: 'cut', when: 'after' });
    const { bookAppointment } = await person.client.ask<{ bookAppointment: Fields }>(book, { input });
    expect(bookAppointment.__typename).toBe('Appointment');
    expect(played.calcom.bookings.list()).toHaveLength(before + 1);
  });

  it('at a time that is not free is answered with others, in the reader’s language', async () => {
    const person = await newPerson();
    const input = await orderOf(person.client, 101);
    await person.client.ask(book, { input });
    for (const [language, words] of [
      ['fr', 'n’est plus libre'],
      ['en', 'not free'],
    ] as const) {
      const { bookAppointment } = await person.client
        .with({ 'accept-language': language })
        .ask<{ bookAppointment: { message: string; alternatives: { start: string }[] } }>(book, { input });
      expect(bookAppointment).toMatchObject({ __typename: 'SlotTaken' });
      expect(bookAppointment.message).toContain(words);
      expect(bookAppointment.alternatives).toHaveLength(3);
      expect(bookAppointment.alternatives.map(({ start }) => start)).not.toContain(input.start);
    }
    expect(await listed(person.client)).toHaveLength(1);
  });

  it.each<[string, Fields, object]>([
    [
      'in the past',
      { start: '2020-01-01T10:00:00Z' },
      { reason: 'CALENDAR.START_IN_PAST', fields: [{ path: 'input.start' }] },
    ],
    ['of an unknown kind', { eventTypeId: 999_999 }, { reason: 'CALENDAR.EVENT_TYPE_NOT_FOUND' }],
    ['of kind 0', { eventTypeId: 0 }, { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.eventTypeId' }] }],
    ['for nobody that can be reached', { attendeeEmail: null }, { reason: 'CALENDAR.BOOKER_UNREACHABLE' }],
    [
      'without what is asked',
      { responses: null },
      { reason: 'CALENDAR.FIELD_MISSING', fields: [{ path: 'partySize' }] },
    ],
    [
      'without a name',
      { attendeeName: ' ' },
      { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.attendeeName' }] },
    ],
    [
      'for a huge name',
      { attendeeName: 'x'.repeat(10_000) },
      { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.attendeeName' }] },
    ],
    [
      'with huge notes',
      { notes: 'x'.repeat(10_000) },
      { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.notes' }] },
    ],
    [
      'with notes that cannot be kept',
      { notes: 'a\u0000b' },
      { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.notes' }] },
    ],
    [
      'with an answer that cannot be kept',
      { responses: { partySize: 2, wish: '\u0000' } },
      { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.responses.wish' }] },
    ],
    [
      'with answers of a wrong form',
      { responses: [1] },
      { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.responses' }] },
    ],
    [
      'with an answer of a wrong form',
      { responses: { partySize: { a: 1 } } },
      { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.responses.partySize' }] },
    ],
    [
      'in no time zone',
      { timeZone: 'Mars/Olympus' },
      { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.timeZone' }] },
    ],
    [
      'with an empty key',
      { idempotencyKey: '' },
      { reason: 'KERNEL.INVALID_INPUT', fields: [{ path: 'input.idempotencyKey' }] },
    ],
  ])('is refused %s', async (_, change, expected) => {
    const person = await newPerson();
    const before = played.calcom.bookings.list().length;
    const input = { ...(await orderOf(person.client)), ...change };
    expect(await person.client.refusal(book, { input })).toMatchObject(expected);
    expect(played.calcom.bookings.list()).toHaveLength(before);
    expect(await listed(person.client)).toEqual([]);
  });

  it.each([
    { start: '2027-02-31T10:00:00Z' },
    { start: '2027-02-01T10:00:00' },
    { start: 7 },
    { eventTypeId: '102' },
    { eventTypeId: 1e12 },
    { attendeeEmail: 'dupont' },
    { attendeePhoneNumber: '0612345678' },
    { attendeeName: null },
  ])('is refused by the schema with %j', async (change) => {
    const person = await newPerson();
    const input = { ...(await orderOf(person.client)), ...change };
    expect((await person.client.refusal(book, { input })).code).toBe('BAD_USER_INPUT');
  });
});

describe('moving an appointment', () => {
  it('makes a new one of it, linked both ways, with its notes', async () => {
    const person = await newPerson();
    const [first, second] = await freeStarts(person.client, 102);
    const { id } = await bookTable(person.client, { start: first, notes: 'Anniversaire' });
    const asked = { id, start: second, reason: 'Empêchement' };
    const { rescheduleAppointment: moved } = await person.client.ask<{ rescheduleAppointment: Fields }>(
      reschedule,
      asked,
    );
    expect(moved).toMatchObject({
      __typename: 'Appointment',
      status: 'ACCEPTED',
      startTime: second,
      notes: 'Anniversaire',
      rescheduledFrom: { id },
      rescheduledTo: null,
      contact: { phoneNumbers: ['+33612345678'] },
    });
    expect(moved.id).not.toBe(id);
    expect((await person.client.ask<{ appointment: Fields }>(one, { id })).appointment).toMatchObject({
      status: 'CANCELLED',
      rescheduledTo: { id: moved.id },
    });
    // Asked again, also of the new one, it is the same.
    for (const again of [asked, { ...asked, id: moved.id }]) {
      expect(await person.client.ask(reschedule, again)).toMatchObject({ rescheduleAppointment: { id: moved.id } });
    }
    const noted = await person.client.ask(reschedule, { ...asked, notes: 'En terrasse' });
    expect(noted).toMatchObject({ rescheduleAppointment: { id: moved.id, notes: 'En terrasse' } });
    expect(await person.client.refusal(reschedule, { id, start: first })).toMatchObject({
      reason: 'CALENDAR.ALREADY_RESCHEDULED',
    });
    expect(await person.client.refusal(cancel, { id })).toMatchObject({ reason: 'CALENDAR.ALREADY_RESCHEDULED' });
  });

  it('to a time that is not free is answered with others', async () => {
    const person = await newPerson();
    const [first, , , , , , other] = await freeStarts(person.client, 101);
    await bookTable(person.client, { eventTypeId: 101, start: first });
    const { id } = await bookTable(person.client, { eventTypeId: 101, start: other });
    expect(await person.client.ask(reschedule, { id, start: first })).toMatchObject({
      rescheduleAppointment: { __typename: 'SlotTaken', alternatives: [{}, {}, {}] },
    });
    expect(await person.client.refusal(reschedule, { id, start: '2020-01-01T10:00:00Z' })).toMatchObject({
      reason: 'CALENDAR.START_IN_PAST',
    });
  });
});
