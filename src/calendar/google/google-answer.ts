import { z } from 'zod';

const maybeText = z.string().optional().catch(undefined);
const moment = z.object({ dateTime: maybeText, date: maybeText, timeZone: maybeText }).optional().catch(undefined);
const person = z.object({ email: maybeText, displayName: maybeText });

/** An event as Google answers its creation: https://developers.google.com/workspace/calendar/api/v3/reference/events */
const answer = z.object({
  id: maybeText,
  status: maybeText,
  htmlLink: maybeText,
  iCalUID: maybeText,
  summary: maybeText,
  description: maybeText,
  location: maybeText,
  start: moment,
  end: moment,
  attendees: z.array(person.catch({})).optional().catch(undefined),
  organizer: person.optional().catch(undefined),
});
export type GoogleAnswer = z.output<typeof answer>;

/** Where the answer of Google may stand in the one that Vapi gives. */
const wrappers = ['event', 'data', 'result'];

const link =
  /https:\/\/(?:www\.google\.com\/calendar\/event|calendar\.google\.com\/calendar\/(?:[^\s"']*\/)?event)\?[^\s"'<>]+/;

/**
 * What Google answered when an event was surely created, else null. Nobody documents what Vapi passes on, and models see
 * cheerful texts for failures too, so only what Google alone gives counts: an id, a link, or that the event is confirmed.
 */
export function readGoogleAnswer(result: string): GoogleAnswer | null {
  const told = eventIn(parsed(result)) ?? { htmlLink: link.exec(result)?.[0] };
  const isThere = told.status === 'confirmed' || told.status === 'tentative' || told.status === undefined;
  const isGoogles = told.id !== undefined || told.htmlLink !== undefined || told.status === 'confirmed';
  return isThere && isGoogles ? told : null;
}

function eventIn(value: unknown): GoogleAnswer | null {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const [single] = list;
  const event = answer.safeParse(single);
  if (!event.success) return null;
  if (event.data.id !== undefined || event.data.htmlLink !== undefined) return event.data;
  const inner = z.record(z.string(), z.unknown()).parse(single);
  for (const key of wrappers) {
    const found = inner[key] === undefined ? null : eventIn(inner[key]);
    if (found) return found;
  }
  return event.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
