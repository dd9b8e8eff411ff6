/** A tool that Vapi runs by itself, as the history of a call tells of it. */
export interface NativeCall {
  id: string;
  /** As the history names it. */
  name: string;
  /** Vapi writes text; some senders leave the object as it is. */
  args: unknown;
  /** Left out while there is none. */
  result?: unknown;
  /** When it was asked for and answered, in milliseconds since 1970. */
  from: number;
  to: number;
}

export function nativeMessages({ id, name, args, result, from, to }: NativeCall): Record<string, unknown>[] {
  const toolCalls = [{ id, type: 'function', function: { name, arguments: args } }];
  const asked = { role: 'tool_calls', message: '', toolCalls, time: from, secondsFromStart: 1 };
  if (result === undefined) return [asked];
  return [asked, { role: 'tool_call_result', toolCallId: id, name, result, time: to, secondsFromStart: 2 }];
}

/** The shape of https://developers.google.com/workspace/calendar/api/v3/reference/events, with made-up values. */
export const createdEvent = JSON.stringify({
  kind: 'calendar#event',
  id: 'made0up0event0id',
  status: 'confirmed',
  htmlLink: 'https://www.google.com/calendar/event?eid=bWFkZQ',
  summary: 'Consultation, M. Dupont',
  start: { dateTime: '2026-09-02T14:00:00+02:00', timeZone: 'Europe/Paris' },
  end: { dateTime: '2026-09-02T14:30:00+02:00', timeZone: 'Europe/Paris' },
});

export const pendingResult = 'Tool Result Still Pending But Proceed Further If Possible.';

const eventArguments = {
  summary: 'Consultation, M. Dupont',
  startDateTime: '2026-09-02T14:00:00',
  endDateTime: '2026-09-02T14:30:00',
  timeZone: 'Europe/Paris',
};
const timeArguments = { startDateTime: '2026-09-02T14:00:00+02:00', endDateTime: '2026-09-02T14:30:00+02:00' };
const base = Date.UTC(2026, 8, 1, 10);

/** Looks whether a time is free. */
export const availabilityCheck: NativeCall = {
  id: 'call_check',
  name: 'google_calendar_check_availability_tool',
  args: JSON.stringify(timeArguments),
  result: '{"available":true}',
  from: base + 7_000,
  to: base + 8_200,
};

/** Puts an event there. */
export const eventCreation: NativeCall = {
  id: 'call_create',
  name: 'google_calendar_tool',
  args: JSON.stringify(eventArguments, null, 2),
  result: createdEvent,
  from: base + 14_000,
  to: base + 15_500,
};
