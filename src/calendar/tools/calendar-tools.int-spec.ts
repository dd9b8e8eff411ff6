import type { Line } from '../../voice/providers/vapi/testing/vapi-intake.js';
import { CalendarLine } from '../../../test/support/calendar-line.js';

const window = 101;
const room = 102;

/** Tonight at eight, in Paris. */
const tonight = '2026-11-21T19:00:00.000Z';

describe('the calendar on the telephone', () => {
  let calendar: CalendarLine;
  let line: Line;

  beforeAll(async () => {
    calendar = await CalendarLine.start();
  }, 60_000);
  afterAll(() => calendar.close());
  beforeEach(async () => {
    calendar.calcom.faults.clear();
    for (const { uid } of calendar.calcom.bookings.list().filter(({ status }) => status === 'accepted'))
      await calendar.calcom.people.cancel(uid);
    line = await calendar.openLine([window]);
  });

  const dupont = { start: 'ce soir à 20h', attendeeName: 'Dupont', partySize: 4 };
  const booked = () => calendar.calcom.bookings.list().filter(({ status }) => status === 'accepted');
  const rows = () =>
    calendar.read<{ status: string; callId: string; notes: string | null }>(
      line.ctx,
      'SELECT status, call_id AS "callId", notes, start_time AS start, attendees FROM appointments ORDER BY start_time',
    );

  const callIdOf = async () => {
    const [call] = await calendar.read<{ id: string }>(line.ctx, 'SELECT id FROM calls');
    return call?.id;
  };

  describe('availability_read', () => {
    it('says that a time is free', async () => {
      const said = await calendar.call(line).use('availability_read', { date: 'ce soir à 20h' });
      expect(said).toBe('Oui, c’est libre aujourd’hui à 20 heures. Je réserve ?');
    });

    it.each([
      ['mardi à 8h', /mardi 24 novembre à 20 heures/],
      ['mardi à 1h', /mardi 24 novembre à 13 heures/],
    ])('takes %s for the time at which the restaurant is open', async (date, expected) => {
      expect(await calendar.call(line).use('availability_read', { date })).toMatch(expected);
    });

    it('offers times of a day', async () => {
      const said = await calendar.call(line).use('availability_read', { date: 'mardi midi' });
      expect(said).toMatch(/^Horaires libres : mardi 24 novembre à midi/);
    });

    it('says what is free instead where the restaurant is closed', async () => {
      const said = await calendar.call(line).use('availability_read', { date: 'demain à 20h' });
      expect(said).toMatch(/^Ce n’est pas libre. Je peux vous proposer /);
    });

    it('keeps a free time for the call that asked, until it ends', async () => {
      const first = calendar.call(line);
      await first.use('availability_read', { date: 'ce soir à 20h' });
      const other = calendar.call(line, { number: '+33698765432' });
      expect(await other.use('availability_read', { date: 'ce soir à 20h' })).toMatch(/^Ce n’est pas libre/);
      expect(await other.use('appointment_create', dupont)).toMatch(/^Cet horaire est déjà pris/);
      expect(booked()).toEqual([]);
      await first.hangUp();
      expect(await other.use('appointment_create', dupont)).toMatch(/^C’est réservé/);
    });

    it.each([
      [{ date: '31 février' }, /31 février|n’existe pas/],
      [{ date: 'hier' }, /passé/],
      [{ date: 'le truc bleu' }, /^Pour quel jour/],
      [{ date: 'demain', eventTypeId: 9999 }, /^Pour quel type de rendez-vous : Table près de la fenêtre/],
      [{}, /^Horaires libres/],
    ])('answers %j usefully', async (args, expected) => {
      expect(await calendar.call(line).use('availability_read', args)).toMatch(expected);
    });
  });

  describe('appointment_create', () => {
    it('books with the calling number, and links the appointment to the call', async () => {
      const said = await calendar.call(line).use('appointment_create', { ...dupont, notes: 'Près de la fenêtre' });
      expect(said).toBe('C’est réservé : Table près de la fenêtre, aujourd’hui à 20 heures, au nom de Dupont.');
      const [booking] = booked();
      expect(booking).toMatchObject({ start: tonight, responses: { partySize: 4 } });
      expect(booking?.attendees[0]).toMatchObject({ name: 'Dupont', phoneNumber: '+33612345678' });
      expect(await rows()).toEqual([
        expect.objectContaining({ status: 'ACCEPTED', callId: await callIdOf(), notes: 'Près de la fenêtre' }),
      ]);
    });

    it('books once however often the model asks', async () => {
      const call = calendar.call(line);
      const answers = await Promise.all(Array.from({ length: 5 }, () => call.use('appointment_create', dupont)));
      expect(new Set(answers).size).toBe(1);
      expect(booked()).toHaveLength(1);
      expect(await rows()).toHaveLength(1);
    });

    it('books several times for a caller who was never heard of, in calls at once', async () => {
      const times = ['mardi à 19h', 'mardi à 21h', 'mercredi à 19h', 'mercredi à 21h', 'jeudi à 19h', 'jeudi à 21h'];
      const number = '+33611112222';
      const said = await Promise.all(
        times.map((start) => calendar.call(line, { number }).use('appointment_create', { ...dupont, start })),
      );
      expect(said.filter((each) => each.startsWith('C’est réservé'))).toHaveLength(times.length);
    });

    it('offers other times where it is taken', async () => {
      await calendar.call(line).use('appointment_create', dupont);
      const other = calendar.call(line, { number: '+33698765432' });
      const said = await other.use('appointment_create', { ...dupont, attendeeName: 'Martin' });
      expect(said).toMatch(/^Cet horaire est déjà pris. Je peux vous proposer .*heures/);
      expect(booked()).toHaveLength(1);
    });

    it('finds what it has booked where the answer was lost', async () => {
      calendar.calcom.faults.next({ method: 'POST', path: /bookings$/ }, { kind: 'cut', when: 'after' });
      expect(await calendar.call(line).use('appointment_create', dupont)).toMatch(/^C’est réservé/);
      expect(booked()).toHaveLength(1);
    });

    it('promises nothing while the calendar is away, and finds out what became of it when asked again', async () => {
      calendar.calcom.faults.every(1, {}, { kind: 'status', status: 503 });
      const call = calendar.call(line);
      expect(await call.use('appointment_create', dupont)).not.toMatch(/^C’est réservé/);
      calendar.calcom.faults.clear();
      expect(await call.use('appointment_create', dupont)).toMatch(/^C’est réservé/);
      expect(booked()).toHaveLength(1);
    });

    it.each([
      [{}, 'Pour quel jour, et à quelle heure ?'],
      [{ start: 'demain' }, 'À quelle heure ?'],
      [{ ...dupont, attendeeName: '' }, 'À quel nom ?'],
      [{ ...dupont, partySize: undefined }, /^Pour cela il me faut encore : .+\./],
      [{ ...dupont, start: '31 février à 20h' }, /février/],
      [{ ...dupont, start: 'hier à 20h' }, /passé/],
      [{ ...dupont, end: 'ce soir à 19h' }, /^La fin serait avant le début/],
      [{ ...dupont, eventTypeId: 4711 }, /^Pour quel type de rendez-vous/],
      [{ ...dupont, attendeeEmail: 'euh je ne sais plus' }, /épeler|C’est réservé/],
      [{ start: { $ne: 1 }, attendeeName: ['x'] }, /^Pour quel jour/],
    ])('asks back for %j, and books nothing', async (args, expected) => {
      const said = await calendar.call(line).use('appointment_create', args);
      expect(said).toMatch(expected);
      if (!said.startsWith('C’est réservé')) expect(booked()).toEqual([]);
    });

    it('understands a spoken address, and arguments that are a text', async () => {
      const args = JSON.stringify({ ...dupont, attendeeEmail: 'dupont arobase gmail point com' });
      expect(await calendar.call(line).use('appointment_create', args)).toMatch(/^C’est réservé/);
      expect(booked()[0]?.attendees[0]?.email).toBe('dupont@gmail.com');
    });

    it('asks a caller without a number how to reach them', async () => {
      const call = calendar.call(line, { number: null });
      expect(await call.use('appointment_create', dupont)).toMatch(/^Votre numéro ne s’affiche pas/);
      const args = { ...dupont, attendeeEmail: 'dupont@example.com' };
      expect(await call.use('appointment_create', args)).toMatch(/^C’est réservé/);
    });

    it('asks which kind is meant where there are several', async () => {
      line = await calendar.openLine([window, room]);
      const said = await calendar.call(line).use('appointment_create', dupont);
      expect(said).toBe('Pour quel type de rendez-vous : Table près de la fenêtre ou Table en salle ?');
      const args = { ...dupont, eventTypeId: 'en salle' };
      expect(await calendar.call(line).use('appointment_create', args)).toMatch(/^C’est réservé : Table en salle/);
    });

    it('speaks English with an English assistant', async () => {
      line = await calendar.openLine([window], 'en-GB');
      const said = await calendar.call(line).use('appointment_create', { ...dupont, start: 'tonight at 8 pm' });
      expect(said).toBe('It is booked: Table près de la fenêtre, today at 8 pm, in the name of Dupont.');
    });
  });

  describe('a caller’s own appointments', () => {
    it('are read out, and nobody else’s', async () => {
      await calendar.call(line).use('appointment_create', dupont);
      const said = await calendar.call(line).use('appointment_read', {});
      expect(said).toMatch(/^Vous avez un rendez-vous : .*aujourd’hui à 20 heures \([A-Z]{3}\)\.$/);
      const stranger = calendar.call(line, { number: '+33698765432' });
      expect(await stranger.use('appointment_read', { userId: 'Dupont' })).toBe(
        'Je ne trouve aucun rendez-vous pour ce numéro.',
      );
    });

    it('are moved, with a new booking that knows the old one', async () => {
      await calendar.call(line).use('appointment_create', dupont);
      const said = await calendar.call(line).use('appointment_update', { start: 'ce soir à 21h30' });
      expect(said).toBe('Votre rendez-vous est déplacé : aujourd’hui à 21 heures 30.');
      expect(booked()).toHaveLength(1);
      expect((await rows()).map(({ status }) => status).sort()).toEqual(['ACCEPTED', 'CANCELLED']);
    });

    it('stay where they are when the new time is taken', async () => {
      await calendar
        .call(line, { number: '+33698765432' })
        .use('appointment_create', { ...dupont, start: 'ce soir à 21h30' });
      await calendar.call(line).use('appointment_create', { ...dupont, start: 'ce soir à 19h30' });
      expect(await calendar.call(line).use('appointment_update', { start: 'ce soir à 21h30' })).toMatch(
        /^Cet horaire est déjà pris/,
      );
      expect(booked()).toHaveLength(2);
    });

    it('get notes', async () => {
      await calendar.call(line).use('appointment_create', dupont);
      expect(await calendar.call(line).use('appointment_update', { notes: 'Une chaise haute' })).toBe('C’est noté.');
      expect(await rows()).toEqual([expect.objectContaining({ notes: 'Une chaise haute' })]);
    });

    it('are cancelled, and the slot is free again', async () => {
      await calendar.call(line).use('appointment_create', dupont);
      expect(await calendar.call(line).use('appointment_cancel', {})).toBe(
        'Votre rendez-vous (aujourd’hui à 20 heures) est annulé.',
      );
      expect(booked()).toEqual([]);
      expect(await calendar.call(line).use('appointment_create', dupont)).toMatch(/^C’est réservé/);
    });

    it('are not touched by a foreign id', async () => {
      await calendar.call(line).use('appointment_create', dupont);
      const [row] = await calendar.read<{ id: string }>(line.ctx, 'SELECT id FROM appointments');
      const stranger = calendar.call(line, { number: '+33698765432' });
      expect(await stranger.use('appointment_cancel', { appointmentId: row?.id })).toBe(
        'Je ne trouve aucun rendez-vous pour ce numéro.',
      );
      await stranger.use('appointment_create', { ...dupont, start: 'ce soir à 21h30' });
      expect(await stranger.use('appointment_cancel', { appointmentId: row?.id })).toBe(
        'Je ne trouve pas ce rendez-vous pour ce numéro.',
      );
      expect(booked()).toHaveLength(2);
    });

    it('are asked back for where several could be meant', async () => {
      await calendar.call(line).use('appointment_create', dupont);
      await calendar.call(line).use('appointment_create', { ...dupont, start: 'mardi à 20h' });
      expect(await calendar.call(line).use('appointment_cancel', {})).toMatch(/^Lequel : /);
      expect(await calendar.call(line).use('appointment_cancel', { appointmentId: 'celui de mardi' })).toMatch(
        /est annulé\.$/,
      );
      expect(booked()).toHaveLength(1);
    });
  });
});
