import { scriptCall } from '../caller/call-script.js';
import { leGourmetLine } from '../le-gourmet-line.js';
import { googleCalendar } from './google-calendar.js';

interface HistoryMessage {
  role: string;
  toolCalls?: { id: string; function: { name: string; arguments: string } }[];
  toolCallId?: string;
  result?: string;
}

const line = leGourmetLine('https://agents.example.com/api/v1/webhooks/vapi');

function played(startsAt: string, seed = '1') {
  const { events } = scriptCall(googleCalendar, { line, seed, startsAt: new Date(startsAt) });
  const report = events.at(-1)?.write().message as { artifact?: { messages: HistoryMessage[] } };
  const messages = report.artifact?.messages ?? [];
  const asked = messages.flatMap(({ toolCalls = [] }) => toolCalls);
  const results = messages.filter(({ role }) => role === 'tool_call_result');
  return { events, asked, results };
}

describe('the call that books in Google Calendar through Vapi', () => {
  it('asks this server for nothing, and tells of both tools in the history', () => {
    const { events, asked, results } = played('2026-11-20T09:00:00Z');
    expect(events.filter(({ toolRequest }) => toolRequest)).toEqual([]);
    expect(events.map((event) => event.write().message.type)).not.toContain('tool-calls');
    expect(asked.map((call) => call.function.name)).toEqual([
      'google_calendar_check_availability_tool',
      'google_calendar_tool',
    ]);
    expect(results.map(({ toolCallId }) => toolCallId)).toEqual(asked.map(({ id }) => id));
  });

  it.each([
    ['2026-11-20T09:00:00Z', '2026-11-21T14:00:00+01:00'],
    // The eve of the change to winter time; and late in the evening it is tomorrow in Paris already.
    ['2026-10-24T21:00:00Z', '2026-10-25T14:00:00+01:00'],
    ['2026-07-31T22:30:00Z', '2026-08-02T14:00:00+02:00'],
  ])('is about the day after %s', (startsAt, expected) => {
    const { asked } = played(startsAt);
    const given = asked.map((call) => JSON.parse(call.function.arguments) as { startDateTime: string });
    expect(given.map(({ startDateTime }) => startDateTime)).toEqual([expected, expected]);
  });

  it('gets another event from Google each time', () => {
    const idOf = (seed: string) =>
      (JSON.parse(played('2026-11-20T09:00:00Z', seed).results[1]?.result ?? '') as { id: string }).id;
    expect(idOf('1')).toMatch(/^[a-v0-9]{5,}$/);
    expect(idOf('1')).toBe(idOf('1'));
    expect(idOf('1')).not.toBe(idOf('2'));
  });
});
