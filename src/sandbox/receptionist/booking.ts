import type { ChatMessage, ModelMove, ModelQuestion } from '../openai/model-script.js';
import { isBooked } from '../scenarios/answers.js';
import type { Lines } from './lines.js';
import { bareName, wishesIn, type Wishes } from './wishes.js';

/** The next step to a booking; null where the caller wants none. */
export function bookingMove(question: ModelQuestion, lines: Lines): ModelMove | null {
  const { tools, messages, said, system } = question;
  if (!tools.includes('appointment_create')) return null;
  const talk = sinceLastBooking(messages);
  const wishes = wishesOf(talk, said);
  if (wishes === null) return null;
  const missing = whatIsMissing(wishes, { lines, countsPeople: /\btable|couverts?\b/i.test(system) });
  if (missing !== null) return missing;
  const moment = `${wishes.day} ${isEnglish(wishes.time) ? 'at' : 'à'} ${wishes.time}`;
  const eventTypeId = chosenKind(talk) ?? kindInInstructions(system, wishes);
  const kind = eventTypeId === undefined ? {} : { eventTypeId };
  const asks = { ...kind, date: moment };
  if (tools.includes('availability_read') && !wasRead(talk, asks)) return use('availability_read', asks);
  if (wishes.name === undefined) return lines.whichName;
  const partySize = wishes.people === undefined ? {} : { partySize: wishes.people };
  return use('appointment_create', { ...kind, start: moment, attendeeName: wishes.name, ...partySize });
}

/** Null for a caller who has spoken of no booking. */
function wishesOf(talk: readonly ChatMessage[], said: string): Wishes | null {
  const callerSaid = talk.filter(({ role }) => role === 'user').map(({ content }) => content);
  const asked = talk.findLast(({ role, content }) => role === 'assistant' && content !== '')?.content ?? '';
  const spoken = wishesIn(callerSaid);
  const wants = callerSaid.some((each) => /réserv|table|rendez-vous|book|appointment/i.test(each));
  if (!wants && spoken.day === undefined && spoken.time === undefined) return null;
  return { ...spoken, name: spoken.name ?? (/à quel nom|what name/i.test(asked) ? bareName(said) : undefined) };
}

function whatIsMissing(
  { day, time, people }: Wishes,
  { lines, countsPeople }: { lines: Lines; countsPeople: boolean },
): string | null {
  if (people === undefined && countsPeople) return lines.howMany;
  if (day === undefined) return lines.whichDay;
  return time === undefined ? lines.whichTime : null;
}

/** What was booked before is no longer wished for. */
function sinceLastBooking(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  return messages.slice(messages.findLastIndex(({ role, content }) => role === 'tool' && isBooked.test(content)) + 1);
}

/** Of that kind, and for that moment; what was asked before may come back in another order. */
function wasRead(talk: readonly ChatMessage[], asked: Readonly<Record<string, unknown>>): boolean {
  const calls = talk.flatMap(({ toolCalls }) => toolCalls);
  return calls.some(
    ({ name, arguments: given }) => name === 'availability_read' && inOrder(given) === inOrder(JSON.stringify(asked)),
  );
}

function inOrder(json: string): string {
  const parsed: unknown = JSON.parse(json);
  return JSON.stringify(Object.entries(parsed ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The one of those that were asked about that the caller has named. */
function chosenKind(talk: readonly ChatMessage[]): string | undefined {
  const at = talk.findLastIndex(
    ({ role, content }) => role === 'tool' && /^(?:Pour quel type|For what kind)/.test(content),
  );
  const reply = talk.slice(at + 1).find(({ role }) => role === 'user')?.content;
  if (at < 0 || reply === undefined) return undefined;
  const titles = (talk[at]?.content ?? '')
    .replace(/^[^:]*:/, '')
    .replace(/\?$/, '')
    .split(/,| ou | or /);
  const words = (text: string) => [...text.toLowerCase().matchAll(/\p{L}{4,}/gu)].map(([word]) => word);
  const shared = (title: string) => words(title).filter((word) => words(reply).includes(word)).length;
  const [best] = titles.map((title) => title.trim()).sort((a, b) => shared(b) - shared(a));
  return best;
}

/** `Table près de la fenêtre : 101, de 2 à 4 personnes`, as the restaurant of the demonstration tells its model. */
function kindInInstructions(system: string, { people = 2 }: Wishes): number | undefined {
  const kinds = [...system.matchAll(/ : (\d{2,})(?=, (?:de|jusqu|dès))/g)].map(([, id]) => Number(id));
  const [first, second, third] = kinds;
  if (people <= 4) return first;
  return people <= 8 ? second : third;
}

function isEnglish(time = ''): boolean {
  return /o.clock|[ap]\.?m\b|noon|half/i.test(time);
}

function use(name: string, args: Readonly<Record<string, unknown>>): ModelMove {
  return { calls: [{ name, arguments: args }] };
}
