import { bookTable, freeStarts, withPlayedCalendar } from '../../../test/support/calendar-server.js';
import { join, signUp } from '../../../test/support/people.js';
import { uuidv7 } from '../../kernel/context/index.js';
import {
  book,
  reschedule,
  cancel,
  confirm,
  decline,
  update,
  one,
  list,
  listed,
  orderOf,
} from './testing/operations.js';

const played = withPlayedCalendar();

const newPerson = () => signUp(played.server.client);

describe('appointments of others', () => {
  it('are nobody else’s business', async () => {
    const [owner, stranger] = [await newPerson(), await newPerson()];
    const { id, calUid } = await bookTable(owner.client);
    const start = new Date(Date.now() + 86_400_000).toISOString();
    expect(await stranger.client.ask(one, { id })).toEqual({ appointment: null });
    expect(await listed(stranger.client)).toEqual([]);
    for (const mutation of [cancel, confirm, decline, update, reschedule]) {
      for (const named of [id, calUid, `appointment_${uuidv7()}`, '', 'x'.repeat(5_000), "' OR 1=1"]) {
        const asked = { id: named, ...(mutation === reschedule && { start }) };
        const refusal = await stranger.client.refusal(mutation, asked);
        expect(refusal).toMatchObject({ code: 'NOT_FOUND', reason: 'CALENDAR.APPOINTMENT_NOT_FOUND' });
        expect(JSON.stringify(refusal)).not.toContain(calUid);
      }
    }
    expect(played.calcom.bookings.find(calUid)?.status.toLowerCase()).toBe('accepted');
  });

  it('are read by viewers and changed by members, as rights say', async () => {
    const owner = await newPerson();
    const { id } = await bookTable(owner.client);
    const viewer = await join(played.server.client, owner, 'VIEWER');
    const start = new Date(Date.now() + 86_400_000).toISOString();
    expect(await listed(viewer.client)).toEqual([id]);
    for (const mutation of [cancel, confirm, decline, update]) {
      expect((await viewer.client.refusal(mutation, { id })).code).toBe('FORBIDDEN');
    }
    expect((await viewer.client.refusal(reschedule, { id, start })).code).toBe('FORBIDDEN');
    expect((await viewer.client.refusal(book, { input: await orderOf(viewer.client) })).code).toBe('FORBIDDEN');
    expect((await played.server.client.refusal(list)).code).toBe('UNAUTHENTICATED');
    const { createApiKey } = await owner.client.ask<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(name: "calendar", permissions: ["calendar:read"]) { secret } }',
    );
    const key = played.server.client.bearer(createApiKey.secret);
    expect(
      (await key.post('query ($id: ID!) { appointment(id: $id) { id contact { id } call { id } } }', { id })).data,
    ).toEqual({
      appointment: { id, contact: null, call: null },
    });
    expect((await key.refusal(cancel, { id })).code).toBe('FORBIDDEN');
  });
});

describe('what the log and errors say of appointments', () => {
  it('never holds the id by which anybody could cancel them', async () => {
    const person = await newPerson();
    const { id, calUid } = await bookTable(person.client);
    const [, , start] = await freeStarts(person.client, 102);
    const told: unknown[] = [];
    for (const status of [400, 404, 409, 500, 503]) {
      played.calcom.faults.next({ path: new RegExp(calUid) }, { kind: 'status', status }, 50);
      told.push(await person.client.refusal(cancel, { id }), await person.client.refusal(reschedule, { id, start }));
      played.calcom.faults.clear();
    }
    expect(told).toHaveLength(10);
    expect(JSON.stringify(told)).not.toContain(calUid);
    expect(played.server.lines.filter((line) => JSON.stringify(line).includes(calUid))).toEqual([]);
  });
});
