import type { ApiClient } from '../../../test/support/api-client.js';
import { bookTable, connectCalCom, freeStarts, withPlayedCalendar } from '../../../test/support/calendar-server.js';
import { signUp } from '../../../test/support/people.js';
import { pairActions, pairTypes } from './pair.js';
import { done, orderOf, send } from './testing/pairs-client.js';

const played = withPlayedCalendar();

const newPerson = () => signUp(played.server.client);
const stateOf = (calUid: unknown) => played.calcom.bookings.find(String(calUid))?.status.toLowerCase();

/** What a pair needs. */
async function partsOf(client: ApiClient, pair: string): Promise<object> {
  const from = new Date().toISOString();
  const to = new Date(Date.now() + 5 * 86_400_000).toISOString();
  if (pair === 'availability read') return { data: { from, to } };
  if (pair === 'user write') return { data: { name: 'Grace' } };
  if (/^(appointment|booking) write/.test(pair)) return { data: await orderOf(client) };
  if (/^user (update|read)/.test(pair)) {
    const { id: userId } = await done(client, { type: 'user', action: 'write', data: { name: 'Ada' } });
    return { userId, data: pair === 'user update' ? { name: 'Ada L.' } : {} };
  }
  if (!/^(appointment|booking)/.test(pair)) return {};
  const { id: appointmentId } = await bookTable(client);
  return { appointmentId, data: pair.endsWith('update') ? { notes: 'x' } : {} };
}

describe('each pair of a type and an action', () => {
  const refused = new Set(['availability write', 'availability update', 'availability delete', 'user delete']);
  const pairs = pairTypes.flatMap((type) => pairActions.map((action) => [type, action] as const));

  it.each(pairs)('%s %s works or is refused with a reason in the reader’s language', async (type, action) => {
    const { client } = await newPerson();
    const asked = { type, action, eventTypeId: 102, ...(await partsOf(client, `${type} ${action}`)) };
    if (!refused.has(`${type} ${action}`)) {
      expect(await done(client, asked)).toBeTruthy();
      return;
    }
    for (const [language, word] of [
      ['fr', /Cal\.com|personne/],
      ['en', /Cal\.com|person/],
    ] as const) {
      const { status, body } = await send(client.with({ 'accept-language': language }), asked);
      expect([status, body.error?.code, body.error?.reason]).toEqual([400, 'BAD_USER_INPUT', 'CALENDAR.PAIR_REFUSED']);
      expect(body.error?.message).toMatch(word);
    }
  });
});

describe('appointments', () => {
  it('are booked, read, moved, noted and cancelled as over GraphQL', async () => {
    const { client } = await newPerson();
    const order = await orderOf(client);
    const made = await done(client, { type: 'appointment', action: 'write', eventTypeId: '102', data: order });
    expect(made).toMatchObject({ status: 'ACCEPTED', startTime: order.start, eventTypeId: 102, callId: null });
    for (const hidden of ['uuid', 'workspaceId', 'position', 'version', 'rescheduledToUid']) {
      expect(made).not.toHaveProperty(hidden);
    }
    const { appointment } = await client.ask<{ appointment: object }>(
      `query ($id: ID!) { appointment(id: $id) { id provider calUid eventTypeId title description notes startTime endTime location
        status noShow organizerId organizerName organizerEmail attendees { name email timeZone phoneNumber absent } responses
        metadata paid paymentId cancellationReason createdAt updatedAt } }`,
      { id: made.id },
    );
    expect(made).toMatchObject(appointment);
    expect(await done(client, { type: 'appointment', action: 'read', appointmentId: made.id })).toEqual(made);

    const [, , , start] = await freeStarts(client, 102);
    const change = { type: 'appointment', action: 'update' };
    const moved = await done(client, { ...change, appointmentId: made.id, data: { start, notes: 'VIP' } });
    expect(moved).toMatchObject({ startTime: start, notes: 'VIP', rescheduledFromId: made.id, rescheduledToId: null });
    expect(await done(client, { ...change, appointmentId: moved.id, data: { notes: null } })).toMatchObject({
      notes: null,
    });
    const gone = { type: 'appointment', action: 'delete', appointmentId: moved.id, data: { reason: 'Malade' } };
    expect(await done(client, gone)).toMatchObject({ status: 'CANCELLED', cancellationReason: 'Malade' });
    expect(stateOf(moved.calUid)).toBe('cancelled');
  });

  it('are listed and filtered in pages', async () => {
    const { client } = await newPerson();
    const starts = await freeStarts(client, 102);
    const a = await bookTable(client, { start: starts[0] });
    const b = await bookTable(client, { start: starts[4], attendeePhoneNumber: '+33698765432' });
    const read = async (data: object, others: object = {}) => {
      const { status, body } = await send(client, { type: 'appointment', action: 'read', data, ...others });
      expect(status).toBe(200);
      return { ids: (body.data as unknown as { id: string }[]).map(({ id }) => id), pageInfo: body.pageInfo };
    };
    const first = await read({ first: 1 });
    expect([first.ids, first.pageInfo?.hasNextPage]).toEqual([[a.id], true]);
    expect((await read({ first: 1, after: first.pageInfo?.endCursor })).ids).toEqual([b.id]);
    expect((await read({ from: starts[1] })).ids).toEqual([b.id]);
    const { contactId } = await done(client, { type: 'appointment', action: 'read', appointmentId: b.id });
    expect((await read({}, { userId: contactId })).ids).toEqual([b.id]);
    expect((await read({ status: 'CANCELLED' })).ids).toEqual([]);
    expect((await read({}, { eventTypeId: 103 })).ids).toEqual([]);
  });

  it('are confirmed and declined', async () => {
    const { client } = await newPerson();
    const starts = await freeStarts(client, 103);
    const group = { eventTypeId: 103, responses: { partySize: 10 } };
    const a = await bookTable(client, { ...group, start: starts[0] });
    const b = await bookTable(client, { ...group, start: starts[4] });
    const change = { type: 'appointment', action: 'update' };
    const decide = (appointmentId: string, data: object) => done(client, { ...change, appointmentId, data });
    expect(await decide(a.id, { decision: 'confirm', notes: 'Au fond' })).toMatchObject({
      status: 'ACCEPTED',
      notes: 'Au fond',
    });
    expect(await decide(b.id, { decision: 'decline', reason: 'Complet' })).toMatchObject({ status: 'REJECTED' });
  });

  it('at a time that is not free are answered with others', async () => {
    const { client } = await newPerson();
    const data = await orderOf(client, 101);
    await done(client, { type: 'appointment', action: 'write', eventTypeId: 101, data });
    for (const type of ['appointment', 'booking']) {
      const { status, body } = await send(client, { type, action: 'write', eventTypeId: 101, data });
      expect(status).toBe(409);
      expect(body.error).toMatchObject({ code: 'CONFLICT', reason: 'CALENDAR.SLOT_UNAVAILABLE' });
      expect(body.alternatives).toHaveLength(3);
    }
  });

  it('are booked for somebody who is known by id alone', async () => {
    const { client } = await newPerson();
    const data = { name: 'Ada Lovelace', email: 'ada@example.fr', phoneNumber: '+33611111111' };
    const { id: userId } = await done(client, { type: 'user', action: 'write', data });
    const { start, responses } = await orderOf(client);
    const order = { type: 'appointment', action: 'write', eventTypeId: 102, userId, data: { start, responses } };
    expect(await done(client, order)).toMatchObject({
      contactId: userId,
      attendees: [{ name: 'Ada Lovelace', email: 'ada@example.fr' }],
    });
  });

  it('are written once for an Idempotency-Key', async () => {
    const { client } = await newPerson();
    const data = await orderOf(client);
    const before = played.calcom.bookings.list().length;
    const keyed = client.with({ 'idempotency-key': 'once' });
    const order = { type: 'appointment', action: 'write', eventTypeId: 102, data };
    const [first, second] = [await send(keyed, order), await send(keyed, order)];
    expect(first.status).toBe(200);
    expect(second).toEqual(first);
    expect(played.calcom.bookings.list()).toHaveLength(before + 1);
  });
});

describe('users', () => {
  it('are contacts, found by id, number or address', async () => {
    const { client } = await newPerson();
    const data = { name: 'Ada', email: 'Ada@example.fr', phoneNumber: '+33611111111', timeZone: 'Europe/London' };
    const made = await done(client, { type: 'user', action: 'write', data });
    expect(made).toMatchObject({ name: 'Ada', emails: ['ada@example.fr'], phoneNumbers: ['+33611111111'] });
    await done(client, { type: 'user', action: 'write', data: { name: 'Other', email: 'xada@example.fr' } });
    const read = { type: 'user', action: 'read' };
    expect(await done(client, { ...read, userId: made.id })).toEqual(made);
    expect(await done(client, { ...read, data: { email: 'ADA@example.fr' } })).toEqual(made);
    expect(await done(client, { ...read, data: { phoneNumber: '+33611111111' } })).toEqual(made);
    expect(await done(client, { ...read, data: { search: 'Oth' } })).toMatchObject([{ name: 'Other' }]);
    const changed = { type: 'user', action: 'update', userId: made.id, data: { name: 'Ada L.', phoneNumber: null } };
    expect(await done(client, changed)).toMatchObject({ name: 'Ada L.', phoneNumbers: [], emails: ['ada@example.fr'] });
    for (const asked of [{ data: { email: 'nobody@example.fr' } }, { userId: 'x' }, { userId: 'call_1' }]) {
      const { status, body } = await send(client, { ...read, ...asked });
      expect([status, body.error?.reason]).toEqual([404, 'CONTACTS.CONTACT_NOT_FOUND']);
    }
    expect((await send(client, { type: 'user', action: 'write', data })).status).toBe(409);
  });
});

describe('bookings', () => {
  it('are shown as Cal.com has them, with what only Cal.com knows', async () => {
    const { client } = await newPerson();
    const { id, calUid } = await bookTable(client, { attendeeEmail: 'dupont@example.fr' });
    const read = { type: 'booking', action: 'read' };
    const byUid = await done(client, { ...read, appointmentId: calUid });
    expect(byUid).toMatchObject({ appointmentId: id, uid: calUid, status: 'accepted', eventTypeId: 102 });
    expect(await done(client, { ...read, appointmentId: id })).toEqual(byUid);
    expect(JSON.stringify(byUid)).not.toContain('seatUid');
    const gone = { type: 'booking', action: 'delete', appointmentId: calUid };
    expect(await done(client, gone)).toMatchObject({ status: 'cancelled' });
  });

  it('of somebody else on the same account stay theirs', async () => {
    const [owner, stranger] = [await newPerson(), await newPerson()];
    const { id, calUid } = await bookTable(owner.client);
    for (const appointmentId of [id, calUid, 'never-was', 'x'.repeat(150), '../../me', '?a=b']) {
      for (const action of ['read', 'update', 'delete']) {
        const asked = { type: 'booking', action, appointmentId, data: action === 'update' ? { notes: 'x' } : {} };
        const { status, body } = await send(stranger.client, asked);
        expect([status, body.error?.code]).toEqual([404, 'NOT_FOUND']);
        expect(JSON.stringify(body)).not.toContain(calUid);
      }
    }
    expect(stateOf(calUid)).toBe('accepted');
  });

  it('of the workspace’s own account are known before they stand here', async () => {
    const { client } = await newPerson();
    await connectCalCom(client);
    const [start = ''] = await freeStarts(client, 102);
    const who = { name: 'Grace', email: 'grace@example.fr', answers: { partySize: 2 } };
    const { uid } = await played.calcom.people.book({ eventTypeId: 102, start, ...who });
    expect(await done(client, { type: 'booking', action: 'read', appointmentId: uid })).toMatchObject({
      appointmentId: null,
      uid,
    });
    const change = { type: 'booking', action: 'update', appointmentId: uid, data: { notes: 'Vue mer' } };
    const { appointmentId } = await done(client, change);
    expect(await done(client, { type: 'appointment', action: 'read', appointmentId })).toMatchObject({
      notes: 'Vue mer',
      calUid: uid,
    });
  });
});

describe('what is asked wrongly', () => {
  const from = '2027-01-01T00:00:00Z';

  it.each<[unknown, string | undefined]>([
    [undefined, 'body'],
    [[], 'body'],
    [{}, 'body.type'],
    [{ type: 'calendar', action: 'read' }, 'body.type'],
    [{ type: 'appointment', action: 'steal' }, 'body.action'],
    [{ type: 'appointment', action: 'read', extra: 1 }, 'body'],
    [{ type: 'appointment', action: 'read', data: [] }, 'body.data'],
    [{ type: 'appointment', action: 'read', data: 'x' }, 'body.data'],
    [{ type: 'appointment', action: 'read', appointmentId: 7 }, 'body.appointmentId'],
    [{ type: 'appointment', action: 'read', appointmentId: 'x'.repeat(5_000) }, 'body.appointmentId'],
    [{ type: 'appointment', action: 'read', eventTypeId: 'many' }, 'body.eventTypeId'],
    [{ type: 'appointment', action: 'read', data: { first: 1_000 } }, undefined],
    [{ type: 'appointment', action: 'read', data: { first: '1' } }, 'data.first'],
    [{ type: 'appointment', action: 'read', data: { after: 'x' } }, undefined],
    [{ type: 'appointment', action: 'read', data: { from: '2027-02-31T00:00:00Z' } }, 'data.from'],
    [{ type: 'appointment', action: 'read', data: { status: 'DONE' } }, 'data.status'],
    [{ type: 'appointment', action: 'write' }, 'input.eventTypeId'],
    [
      { type: 'appointment', action: 'write', eventTypeId: 102, data: { start: from, end: '2026-12-31T00:00:00Z' } },
      'data.end',
    ],
    [
      { type: 'appointment', action: 'write', eventTypeId: 102, data: { start: '2020-01-01T00:00:00Z', end: from } },
      'input.attendeeName',
    ],
    [{ type: 'appointment', action: 'update', data: { notes: 'x' } }, 'appointmentId'],
    [{ type: 'booking', action: 'read' }, 'appointmentId'],
    [{ type: 'booking', action: 'delete' }, 'appointmentId'],
    [{ type: 'user', action: 'update', data: { name: 'x' } }, 'userId'],
    [{ type: 'user', action: 'write', data: { phoneNumber: '0612' } }, 'input.phoneNumbers.0'],
    [{ type: 'user', action: 'read', data: { email: 'x' } }, 'data.email'],
    [{ type: 'availability', action: 'read', eventTypeId: 102, data: { from, to: '2026-01-01T00:00:00Z' } }, 'to'],
    [{ type: 'availability', action: 'read', data: { from, to: from } }, 'input.eventTypeId'],
  ])('%j is refused with 400', async (body, field) => {
    const { client } = await newPerson();
    const before = played.calcom.bookings.list().length;
    const { status, body: answer } = await send(client, body);
    expect([status, answer.error?.code]).toEqual([400, 'BAD_USER_INPUT']);
    if (field !== undefined) expect(answer.error?.fields?.map((fault) => fault.path)).toContain(field);
    expect(played.calcom.bookings.list()).toHaveLength(before);
  });

  it('is refused where nothing, or two things at once, would change', async () => {
    const { client } = await newPerson();
    const { id, startTime: start } = await bookTable(client);
    for (const data of [{}, { reason: 'x' }, { start, decision: 'confirm' }, { decision: 'maybe' }]) {
      const asked = { type: 'appointment', action: 'update', appointmentId: id, data };
      expect((await send(client, asked)).status).toBe(400);
    }
  });
});
