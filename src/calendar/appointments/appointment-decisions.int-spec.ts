import { bookTable, freeStarts, withPlayedCalendar } from '../../../test/support/calendar-server.js';
import { signUp } from '../../../test/support/people.js';
import { inWorkspacesOf, uuidOf } from '../../../test/support/rows-of-workspace.js';
import { uuidv7 } from '../../kernel/context/index.js';
import { reschedule, cancel, confirm, decline, update } from './testing/operations.js';

const played = withPlayedCalendar();

type Fields = Record<string, unknown>;

const newPerson = () => signUp(played.server.client);

const inWorkspace = inWorkspacesOf(() => played.server.app);

describe('deciding about an appointment', () => {
  it('cancels it with a reason, given or not', async () => {
    const person = await newPerson();
    const [a, b] = [await bookTable(person.client), await bookTable(person.client)];
    const { cancelAppointment } = await person.client.ask<{ cancelAppointment: Fields }>(cancel, { id: a.id });
    expect(cancelAppointment).toMatchObject({
      status: 'CANCELLED',
      cancellationReason: 'Annulé par l’organisateur.',
    });
    const reason = 'La cliente est malade';
    expect(await person.client.ask(cancel, { id: b.id, reason })).toMatchObject({
      cancelAppointment: { status: 'CANCELLED', cancellationReason: reason },
    });
    expect(played.calcom.bookings.find(b.calUid)?.status.toLowerCase()).toBe('cancelled');
    // What is done already is as good.
    expect(await person.client.ask(cancel, { id: b.id })).toMatchObject({
      cancelAppointment: { cancellationReason: reason },
    });
    const [start] = await freeStarts(person.client, 102);
    expect(await person.client.refusal(reschedule, { id: a.id, start })).toMatchObject({
      reason: 'CALENDAR.APPOINTMENT_CLOSED',
    });
  });

  it('confirms and declines what waits for it, and nothing else', async () => {
    const person = await newPerson();
    const group = { eventTypeId: 103, responses: { partySize: 12 } };
    const starts = await freeStarts(person.client, 103);
    const a = await bookTable(person.client, { ...group, start: starts[0] });
    const b = await bookTable(person.client, { ...group, start: starts[4] });
    expect([a.status, b.status]).toEqual(['PENDING', 'PENDING']);
    expect(await person.client.ask(confirm, { id: a.id })).toEqual({
      confirmAppointment: { id: a.id, status: 'ACCEPTED' },
    });
    expect(await person.client.ask(decline, { id: b.id, reason: 'Complet' })).toEqual({
      declineAppointment: { id: b.id, status: 'REJECTED' },
    });
    for (const [mutation, id] of [
      [confirm, a.id],
      [decline, a.id],
      [confirm, b.id],
      [cancel, b.id],
    ] as const) {
      expect(await person.client.refusal(mutation, { id })).toMatchObject({ reason: 'CALENDAR.APPOINTMENT_CLOSED' });
    }
  });

  it('keeps notes here only, and empties them', async () => {
    const person = await newPerson();
    const { id } = await bookTable(person.client);
    const asked = played.calcom.received.length;
    expect(await person.client.ask(update, { id, notes: 'VIP' })).toEqual({ updateAppointment: { id, notes: 'VIP' } });
    expect(await person.client.ask(update, { id })).toEqual({ updateAppointment: { id, notes: 'VIP' } });
    expect(await person.client.ask(update, { id, notes: null })).toEqual({ updateAppointment: { id, notes: null } });
    expect(played.calcom.received).toHaveLength(asked);
  });

  it('is not possible where Vapi booked it in Google Calendar, or the person was erased', async () => {
    const person = await newPerson();
    const [google, erased] = [await bookTable(person.client), await bookTable(person.client)];
    const change = (set: string, id: string) =>
      inWorkspace(person, `UPDATE appointments SET ${set} WHERE id = $1`, [uuidOf(id)]);
    await change(`provider = 'GOOGLE_VIA_VAPI'`, google.id);
    await change('account_id = NULL', erased.id);
    const start = new Date(Date.now() + 86_400_000).toISOString();
    for (const [id, words] of [
      [google.id, 'Google'],
      [erased.id, 'effacées'],
    ] as const) {
      for (const mutation of [cancel, confirm, decline, reschedule]) {
        const refusal = await person.client.refusal(mutation, { id, ...(mutation === reschedule && { start }) });
        expect(refusal.reason).toBe('CALENDAR.APPOINTMENT_CLOSED');
        expect(refusal.message).toContain(words);
      }
    }
    expect(await person.client.ask(update, { id: google.id, notes: 'x' })).toBeTruthy();
    expect(await person.client.refusal(update, { id: erased.id, notes: 'x' })).toMatchObject({
      reason: 'CALENDAR.APPOINTMENT_CLOSED',
    });
  });

  it('says so when the account that keeps it is connected no more', async () => {
    const person = await newPerson();
    const { id } = await bookTable(person.client);
    await inWorkspace(person, 'UPDATE appointments SET account_id = $2 WHERE id = $1', [uuidOf(id), uuidv7()]);
    expect(await person.client.refusal(cancel, { id })).toMatchObject({ reason: 'CALENDAR.APPOINTMENT_CLOSED' });
  });
});
