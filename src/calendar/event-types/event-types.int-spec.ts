import { connectCalCom, freeStarts, withPlayedCalendar } from '../../../test/support/calendar-server.js';
import { join, signUp, type Person } from '../../../test/support/people.js';

const played = withPlayedCalendar();

const offer = `mutation ($id: ID!, $ids: [Int!]!) { offerEventTypes(assistantId: $id, eventTypeIds: $ids) { id eventTypes { id } } }`;
const offered = '{ voiceAssistants { nodes { id eventTypes { id title } } } }';

async function newAssistant({ client }: Person): Promise<string> {
  const { createVoiceAssistant } = await client.ask<{ createVoiceAssistant: { id: string } }>(
    'mutation { createVoiceAssistant(input: { context: "Restaurant" }) { id } }',
  );
  return createVoiceAssistant.id;
}

describe('what can be booked', () => {
  it('is what the calendar has, with what it asks', async () => {
    const { client } = await signUp(played.server.client);
    const { calendarEventTypes } = await client.ask<{ calendarEventTypes: { id: number; fields: object[] }[] }>(
      '{ calendarEventTypes { id title description lengthInMinutes needsConfirmation fields } }',
    );
    expect(calendarEventTypes).toMatchObject([
      { id: 101, title: 'Table près de la fenêtre', lengthInMinutes: 90, needsConfirmation: false },
      { id: 102 },
      { id: 103, needsConfirmation: true },
    ]);
    expect(calendarEventTypes[0]?.fields).toContainEqual({
      slug: 'partySize',
      type: 'number',
      label: 'Nombre de personnes',
      required: true,
      isDefault: false,
      options: [],
    });
  });
});

describe('what an assistant offers', () => {
  it('is what its owner chose, in that order', async () => {
    const person = await signUp(played.server.client);
    const [id, other] = [await newAssistant(person), await newAssistant(person)];
    expect(await person.client.ask(offer, { id, ids: [103, 101, 103] })).toEqual({
      offerEventTypes: { id, eventTypes: [{ id: 103 }, { id: 101 }] },
    });
    expect(await person.client.ask(offered)).toMatchObject({
      voiceAssistants: {
        nodes: [
          { id: other, eventTypes: [] },
          { id, eventTypes: [{ id: 103 }, { id: 101 }] },
        ],
      },
    });
    expect(await person.client.ask(offer, { id, ids: [] })).toEqual({ offerEventTypes: { id, eventTypes: [] } });
    const { auditLog } = await person.client.ask<{ auditLog: { nodes: object[] } }>(
      'query ($id: ID) { auditLog(targetId: $id) { nodes { action details } } }',
      { id },
    );
    expect(auditLog.nodes).toContainEqual({
      action: 'assistant.event_types_chosen',
      details: { eventTypeIds: ['103', '101'] },
    });
  });

  it('is everything of the workspace’s own account unless something was chosen', async () => {
    const person = await signUp(played.server.client);
    const id = await newAssistant(person);
    await connectCalCom(person.client);
    expect(await person.client.ask(offered)).toMatchObject({
      voiceAssistants: { nodes: [{ id, eventTypes: [{ id: 101 }, { id: 102 }, { id: 103 }] }] },
    });
  });

  it.each([
    [[101, 999_999], 'CALENDAR.EVENT_TYPE_NOT_FOUND'],
    [[-1], 'CALENDAR.EVENT_TYPE_NOT_FOUND'],
    [Array.from({ length: 21 }, (_, index) => index), 'CALENDAR.TOO_MANY_EVENT_TYPES'],
  ])('is not %j', async (ids, reason) => {
    const person = await signUp(played.server.client);
    const id = await newAssistant(person);
    expect((await person.client.refusal(offer, { id, ids })).reason).toBe(reason);
    expect(await person.client.ask(offered)).toMatchObject({ voiceAssistants: { nodes: [{ eventTypes: [] }] } });
  });

  it('is chosen by who may, for an assistant of theirs that lives', async () => {
    const [person, stranger] = [await signUp(played.server.client), await signUp(played.server.client)];
    const viewer = await join(played.server.client, person, 'VIEWER');
    const id = await newAssistant(person);
    expect((await viewer.client.refusal(offer, { id, ids: [101] })).code).toBe('FORBIDDEN');
    expect(await stranger.client.refusal(offer, { id, ids: [101] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await person.client.refusal(offer, { id: 'x', ids: [101] })).toMatchObject({ code: 'NOT_FOUND' });
    await person.client.ask('mutation ($id: ID!) { deleteVoiceAssistant(id: $id) }', { id });
    expect(await person.client.refusal(offer, { id, ids: [101] })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('free times', () => {
  const availability = `query ($id: Int!, $from: DateTime!, $to: DateTime!, $timeZone: String) {
    availability(eventTypeId: $id, from: $from, to: $to, timeZone: $timeZone) { start end } }`;
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  it('are told in the order of time, in UTC, until they are booked', async () => {
    const person = await signUp(played.server.client);
    const starts = await freeStarts(person.client, 101);
    expect(starts.length).toBeGreaterThan(10);
    expect([...starts].sort()).toEqual(starts);
    expect(await person.client.ask(availability, { id: 101, from: at(2), to: at(2) })).toEqual({ availability: [] });
  });

  it.each<[object, string]>([
    [{ from: at(3), to: at(2) }, 'CALENDAR.PERIOD_REVERSED'],
    [{ to: at(100) }, 'CALENDAR.PERIOD_TOO_LONG'],
    [{ from: '0001-01-01T00:00:00Z' }, 'CALENDAR.PERIOD_TOO_LONG'],
    [{ timeZone: 'CET+1' }, 'KERNEL.INVALID_INPUT'],
    [{ id: 999_999 }, 'CALENDAR.EVENT_TYPE_NOT_FOUND'],
    [{ id: -5 }, 'KERNEL.INVALID_INPUT'],
  ])('are not told for %j', async (change, reason) => {
    const person = await signUp(played.server.client);
    const variables = { id: 101, from: at(1), to: at(2), ...change };
    expect((await person.client.refusal(availability, variables)).reason).toBe(reason);
  });
});
