import { DataSource } from 'typeorm';

import { bookTable, freeStarts, withPlayedCalendar } from '../../../../test/support/calendar-server.js';
import { insertCalls } from '../../../../test/support/call-rows.js';
import { signUp } from '../../../../test/support/people.js';
import { contextOf, inWorkspacesOf, uuidOf } from '../../../../test/support/rows-of-workspace.js';
import { statementsOf } from '../../../../test/support/statements-of.js';
import { cancel, one, list, listed } from '../testing/operations.js';

const played = withPlayedCalendar();

type Fields = Record<string, unknown>;

const newPerson = () => signUp(played.server.client);

const inWorkspace = inWorkspacesOf(() => played.server.app);

describe('the list of appointments', () => {
  it('is in the order of time, in pages, without what is gone from the calendar', async () => {
    const person = await newPerson();
    const starts = await freeStarts(person.client, 102);
    const ids: string[] = [];
    for (const index of [3, 0, 5]) ids.push((await bookTable(person.client, { start: starts[index] })).id);
    const [second, first, third] = ids;
    expect(await listed(person.client)).toEqual([first, second, third]);
    const page = await person.client.ask<{
      appointments: { nodes: object[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>(list, { first: 2 });
    expect(page.appointments).toMatchObject({ nodes: [{ id: first }, { id: second }], totalCount: 3 });
    expect(page.appointments.pageInfo.hasNextPage).toBe(true);
    const rest = await person.client.ask(list, { first: 2, after: page.appointments.pageInfo.endCursor });
    expect(rest).toMatchObject({ appointments: { nodes: [{ id: third }], pageInfo: { hasNextPage: false } } });

    await inWorkspace(person, 'UPDATE appointments SET deleted_at = now() WHERE id = $1', [uuidOf(first ?? '')]);
    expect(await listed(person.client)).toEqual([second, third]);
    expect(await person.client.ask(one, { id: first })).toEqual({ appointment: null });
    expect(await person.client.refusal(cancel, { id: first })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is filtered by everything that is given', async () => {
    const person = await newPerson();
    const starts = await freeStarts(person.client, 102);
    const a = await bookTable(person.client, { start: starts[0], attendeeEmail: 'a@example.fr' });
    const b = await bookTable(person.client, { start: starts[6], attendeePhoneNumber: '+33698765432' });
    const [callId = ''] = await insertCalls(played.server.app.get(DataSource, { strict: false }), contextOf(person), [
      { beganAt: '2026-06-01T10:00:00Z' },
    ]);
    await inWorkspace(person, `UPDATE appointments SET call_id = $2, status = 'PENDING' WHERE id = $1`, [
      uuidOf(b.id),
      callId,
    ]);
    const { appointment } = await person.client.ask<{ appointment: { contact: { id: string } } }>(
      'query ($id: ID!) { appointment(id: $id) { contact { id } } }',
      { id: a.id },
    );
    expect(await listed(person.client, { from: starts[1] })).toEqual([b.id]);
    expect(await listed(person.client, { to: starts[6] })).toEqual([a.id]);
    expect(await listed(person.client, { from: starts[0], to: starts[0] })).toEqual([]);
    expect(await listed(person.client, { status: 'PENDING' })).toEqual([b.id]);
    expect(await listed(person.client, { attendeeEmail: 'A@example.FR' })).toEqual([a.id]);
    expect(await listed(person.client, { attendeeEmail: '%@example.fr' })).toEqual([]);
    expect(await listed(person.client, { callId: `call_${callId}` })).toEqual([b.id]);
    expect(await listed(person.client, { contactId: appointment.contact.id })).toEqual([a.id]);
    expect(await listed(person.client, { eventTypeId: 102 })).toEqual([a.id, b.id]);
    expect(await listed(person.client, { eventTypeId: 101 })).toEqual([]);
    const { call } = await person.client.ask<{ call: Fields }>(
      'query ($id: ID!) { call(id: $id) { appointments { id call { id } } } }',
      { id: `call_${callId}` },
    );
    expect(call).toEqual({ appointments: [{ id: b.id, call: { id: `call_${callId}` } }] });
  });

  it.each([
    [{ first: 0 }, 'KERNEL.PAGE_SIZE_INVALID'],
    [{ first: 101 }, 'KERNEL.PAGE_SIZE_INVALID'],
    [{ after: 'x' }, 'KERNEL.CURSOR_INVALID'],
    [{ filter: { callId: 'x' } }, 'VOICE.CALL_NOT_FOUND'],
    [{ filter: { contactId: 'call_1' } }, 'KERNEL.NOT_FOUND'],
  ])('refuses %j', async (variables, reason) => {
    const person = await newPerson();
    expect((await person.client.refusal(list, variables)).reason).toBe(reason);
  });

  it('takes as many statements for fifty appointments as for five', async () => {
    const person = await newPerson();
    const { id } = await bookTable(person.client);
    const [callId] = await insertCalls(played.server.app.get(DataSource, { strict: false }), contextOf(person), [
      { beganAt: '2026-06-01T10:00:00Z' },
    ]);
    await inWorkspace(
      person,
      `INSERT INTO appointments (id, workspace_id, account_id, cal_uid, title, start_time, end_time, organizer_name, chain_id,
          contact_id, call_id, rescheduled_from_uid)
        SELECT gen_random_uuid(), workspace_id, account_id, 'uid-' || n, title, start_time, end_time, organizer_name, chain_id,
          contact_id, $2, cal_uid
        FROM appointments, generate_series(1, 60) AS n WHERE id = $1`,
      [uuidOf(id), callId],
    );
    const query = `query ($first: Int) { appointments(first: $first) { nodes { id workspace { id } contact { id name }
      call { id status } rescheduledFrom { id } attendees { name } } pageInfo { hasNextPage } } }`;
    const count = (first: number) => statements(() => person.client.ask(query, { first }));
    // Later statements are seen on connections that are there already.
    await count(50);
    const [five, fifty] = [await count(5), await count(50)];
    expect(fifty).toEqual(five);
    expect(fifty.filter((text) => text.includes('FROM appointments'))).toHaveLength(2);
    expect(fifty.filter((text) => text.includes('FROM calls'))).toHaveLength(1);
  });
});

const ours = /appointments|contacts|calls|workspaces/;

async function statements(work: () => Promise<unknown>): Promise<string[]> {
  return (await statementsOf(played.server.app, work)).filter((text) => ours.test(text)).sort();
}
