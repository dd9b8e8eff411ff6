import { vapiNativeTools } from '../../../assistants/catalogue/vapi-native-tools.js';
import type { CallFacts } from '../../../calls/merge/call-facts.js';
import { availabilityCheck, eventCreation, nativeMessages, type NativeCall } from '../testing/native-calls.js';
import { readVapiEvent } from './read-vapi-event.js';

const call = { id: 'c' };

function read(messages: readonly object[], more: object = {}): CallFacts['nativeUses'] {
  const message = { type: 'end-of-call-report', timestamp: 1_789_000_000_000, call, artifact: { messages }, ...more };
  return readVapiEvent({ message }, new Date(0))?.nativeUses ?? [];
}

const told = (change: Partial<NativeCall>, more: object = {}) =>
  read(nativeMessages({ ...eventCreation, ...change }), more);
const withTool = (tool: object) => ({ assistant: { model: { tools: [tool] } } });

describe('the tools that Vapi ran by itself', () => {
  it('are read from a report, with what was asked, what came back and how long it took', () => {
    expect(read([...nativeMessages(availabilityCheck), ...nativeMessages(eventCreation)])).toMatchObject([
      {
        toolCallId: 'call_check',
        name: 'google.calendar.availability.check',
        result: '{"available":true}',
        error: null,
        durationMs: 1200,
      },
      {
        toolCallId: 'call_create',
        name: 'google.calendar.event.create',
        arguments: { summary: 'Consultation, M. Dupont', timeZone: 'Europe/Paris' },
        result: eventCreation.result,
        at: eventCreation.from,
        durationMs: 1500,
      },
    ]);
  });

  it('are read from where older reports have the history', () => {
    expect(read([], { messages: nativeMessages(eventCreation) })).toHaveLength(1);
  });

  it('are read while the call runs once their end is known', () => {
    const update = (result: unknown) =>
      read([], { type: 'conversation-update', messages: nativeMessages({ ...eventCreation, result }) });
    expect(update(eventCreation.result)).toHaveLength(1);
    expect(update(undefined)).toEqual([]);
  });

  it('are no functions, ours or others’', () => {
    expect(told({ name: 'appointment_create' })).toEqual([]);
    expect(told({ name: 'leave_message' })).toEqual([]);
    expect(told({}, withTool({ type: 'function', function: { name: 'google_calendar_tool' } }))).toEqual([]);
    expect(told({}, withTool({ type: 'apiRequest', name: 'google_calendar_tool' }))).toEqual([]);
  });

  it.each(vapiNativeTools.map(({ key }) => key))('are known by their type: %s', (key) => {
    const spellings = [key, key.replaceAll('.', '_'), `${key.replaceAll('.', '_')}_tool`];
    expect(spellings.map((name) => told({ name })[0]?.name)).toEqual([key, key, key]);
  });

  it.each([
    ['google_calendar_tool', 'google.calendar.event.create'],
    ['google_calendar_create_event_tool', 'google.calendar.event.create'],
    ['google_calendar_tool_event_create', 'google.calendar.event.create'],
    ['googleCalendarCreateEvent', 'google.calendar.event.create'],
    ['google_calendar_check_availability_tool', 'google.calendar.availability.check'],
    ['end_call_tool', 'endCall'],
  ])('are known as %s', (name, type) => {
    expect(told({ name })[0]?.name).toBe(type);
  });

  it('are known by the name that their assistant gives them', () => {
    const tool = { type: 'google.calendar.event.create', name: 'scheduleAppointment' };
    expect(told({ name: 'scheduleAppointment' }, withTool(tool))[0]?.name).toBe(tool.type);
    const inCall = { call: { ...call, assistant: { model: { tools: [tool] } } } };
    expect(told({ name: 'scheduleAppointment' }, inCall)[0]?.name).toBe(tool.type);
    expect(told({ name: 'scheduleAppointment' })).toEqual([]);
  });

  it.each([
    ['text', '{"summary":"x"}', { summary: 'x' }],
    ['an object', { summary: 'x' }, { summary: 'x' }],
    ['no JSON', 'summary: x', {}],
    ['a list', ['x'], {}],
    ['what PostgreSQL cannot store', { 'a\0': '\ud800' }, { a: '' }],
  ])('have arguments given as %s', (_, args, expected) => {
    expect(told({ args })[0]?.arguments).toEqual(expected);
  });

  it.each([
    ['an object', { status: 'confirmed' }, '{"status":"confirmed"}'],
    ['other text', 'Event created successfully, no error.', 'Event created successfully, no error.'],
    ['success', 'Success. No error.', 'Success. No error.'],
    ['a member without an error', '{"error":null,"id":"x"}', '{"error":null,"id":"x"}'],
  ])('have succeeded by %s', (_, result, expected) => {
    expect(told({ result })[0]).toMatchObject({ result: expected, error: null });
  });

  it.each([
    'Error creating event: insufficient permissions',
    'Request failed with status code 401',
    'The event could not be created',
    'No result returned.',
    '{"error":{"code":403}}',
    '{"success":false}',
    '{"status":"failed"}',
  ])('have failed by %s', (result) => {
    expect(told({ result })[0]).toMatchObject({ result: null, error: result });
  });

  it('have failed by an error beside the result', () => {
    const [asked, answered] = nativeMessages(eventCreation);
    expect(read([asked ?? {}, { ...answered, result: '', error: 'quota' }])[0]).toMatchObject({
      result: null,
      error: 'quota',
    });
  });

  it.each([undefined, null, '', 7, 'Tool Result Still Pending But Proceed Further If Possible.'])(
    'have ended nobody knows how by %p',
    (result) => {
      expect(told({ result })[0]).toMatchObject({ result: null, error: null });
    },
  );

  it('are read once, with their last result', () => {
    const [asked = {}, answered = {}] = nativeMessages(eventCreation);
    const pending = { ...answered, result: 'Tool Result Still Pending But Proceed Further If Possible.' };
    expect(read([asked, pending, asked, answered])).toMatchObject([{ result: eventCreation.result }]);
  });

  it('survive a history of the wrong kind', () => {
    const odd = [
      null,
      'x',
      { role: 'tool_calls' },
      { role: 'tool_calls', toolCalls: 'x' },
      { role: 'tool_calls', toolCalls: [null, {}, { id: 7 }, { id: '', function: { name: 'sms' } }, { id: 'x' }] },
      { role: 'tool_call_result', toolCallId: 7 },
    ];
    expect(read(odd as object[])).toEqual([]);
    expect(read([{ role: 'tool_calls', toolCalls: [{ id: 'x', name: 'sms' }], time: 'never' }])).toMatchObject([
      { name: 'sms', arguments: {}, at: 1_789_000_000_000, durationMs: null },
    ]);
  });

  it('are bounded in number and size', () => {
    const many = Array.from({ length: 300 }, (_, index) => nativeMessages({ ...eventCreation, id: `call_${index}` }));
    expect(read(many.flat())).toHaveLength(100);
    expect(told({ result: 'x'.repeat(50_000) })[0]?.result).toHaveLength(20_000);
    expect(told({ id: 'y'.repeat(9_000) })[0]?.toolCallId.length).toBeLessThan(200);
  });
});
