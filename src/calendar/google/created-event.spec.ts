import { createdEvent } from '../../voice/providers/vapi/testing/native-calls.js';
import { readCreatedEvent } from './created-event.js';

const asked = {
  summary: 'Consultation',
  startDateTime: '2026-11-22T14:00:00',
  endDateTime: '2026-11-22T14:30:00',
  timeZone: 'Europe/Paris',
  attendees: ['Jean.Dupont@example.fr'],
};

function read(result: unknown, given: Record<string, unknown> = asked) {
  const text = typeof result === 'string' || result === null ? result : JSON.stringify(result);
  return readCreatedEvent({ callKey: 'call', toolCallId: 'call_1', arguments: given, result: text });
}

describe('an event that Vapi has created', () => {
  it('is what Google answered, whatever was asked for', () => {
    expect(read(createdEvent)).toMatchObject({
      uid: 'made0up0event0id',
      status: 'confirmed',
      summary: 'Consultation, M. Dupont',
      start: new Date('2026-09-02T12:00:00Z'),
      end: new Date('2026-09-02T12:30:00Z'),
      timeZone: 'Europe/Paris',
    });
  });

  it('is what was asked for where Google’s answer leaves it out', () => {
    expect(read({ status: 'confirmed' })).toEqual({
      uid: expect.stringMatching(/^vapi:[\w-]{43}$/) as string,
      status: 'confirmed',
      summary: 'Consultation',
      description: null,
      location: null,
      start: new Date('2026-11-22T13:00:00Z'),
      end: new Date('2026-11-22T13:30:00Z'),
      timeZone: 'Europe/Paris',
      guests: [{ email: 'jean.dupont@example.fr', name: '' }],
      organizer: { name: null, email: null },
      icalUid: null,
    });
  });

  it.each([
    [{ event: { id: 'abc12' } }],
    [{ success: true, data: { id: 'abc12', status: 'confirmed' } }],
    [[{ id: 'abc12' }]],
  ])('may stand inside of what Vapi passes on: %j', (result) => {
    expect(read(result)?.uid).toBe('abc12');
  });

  it.each([
    'https://www.google.com/calendar/event?eid=bWFkZQ',
    'https://calendar.google.com/calendar/u/0/event?eid=Ym',
  ])('may be a text with a link of Google’s: %s', (link) => {
    expect(read(`Event created: ${link}`)).not.toBeNull();
  });

  it.each([
    null,
    '',
    'Success.',
    'The event was created.',
    'See https://example.com/calendar/event?eid=1',
    '{}',
    'true',
    'null',
    '[]',
    { available: true },
    { id: 'abc12', status: 'cancelled' },
    { id: 'abc12', status: 'failed' },
    { id: 7 },
  ])('is none by %j', (result) => {
    expect(read(result)).toBeNull();
  });

  it('is not where nothing tells when it is', () => {
    const confirmed = { status: 'confirmed' };
    expect(read(confirmed, {})).toBeNull();
    expect(read(confirmed, { ...asked, endDateTime: '2026-11-22T13:00:00' })).toBeNull();
    expect(read(confirmed, { ...asked, timeZone: 'Paris' })).toBeNull();
    expect(read(confirmed, { ...asked, startDateTime: 14, endDateTime: {} })).toBeNull();
  });

  it('is in UTC unless a zone is given, as Vapi does', () => {
    const { timeZone: _, ...without } = asked;
    expect(read({ status: 'confirmed' }, without)?.start).toEqual(new Date('2026-11-22T14:00:00Z'));
  });

  it('has an id of its own for each use of the tool, and the same for the same', () => {
    const uidOf = (callKey: string, toolCallId: string) =>
      readCreatedEvent({ callKey, toolCallId, arguments: asked, result: '{"status":"confirmed"}' })?.uid;
    expect(uidOf('a', 'b')).toBe(uidOf('a', 'b'));
    expect(new Set([uidOf('a', 'b'), uidOf('a', 'c'), uidOf('ab', '')]).size).toBe(3);
  });

  it.each(['6gjzYh5c8kWqvRTVyYPqLm', 'x'.repeat(30), 'a'.repeat(2_000), 'abc'])(
    'takes no id that Google does not make: %s',
    (id) => {
      expect(read({ id, status: 'confirmed' })?.uid).toMatch(/^vapi:/);
    },
  );

  it.each([
    ['a@example.fr, b@example.fr', ['a@example.fr', 'b@example.fr']],
    [[{ email: 'A@example.fr' }, 'a@example.fr', 'nobody', 7, null], ['a@example.fr']],
    [{ email: 'a@example.fr' }, []],
    [undefined, []],
  ])('invites %j', (attendees, emails) => {
    const guests = read({ status: 'confirmed' }, { ...asked, attendees })?.guests;
    expect(guests?.map(({ email }) => email)).toEqual(emails);
  });

  it('holds nothing that cannot be stored', () => {
    const event = read({ status: 'confirmed', summary: 'a\0b\ud800c', location: '\0', iCalUID: 'x\0' });
    expect(event).toMatchObject({ summary: 'a b c', location: null, icalUid: 'x' });
  });
});
