import { createHash } from 'node:crypto';
import { z } from 'zod';
import { emailAddress, timeZoneName } from '../../contacts/index.js';
import type { NativeToolUse } from '../../voice/index.js';
import { readGoogleAnswer, type GoogleAnswer } from './google-answer.js';
import { googleMoment } from './google-moment.js';

/** An event that Vapi created in Google Calendar, as far as the call tells. */
export interface CreatedEvent {
  /** Google's id, or one that stays the same for this use of the tool. */
  uid: string;
  status: string;
  summary: string;
  description: string | null;
  location: string | null;
  start: Date;
  end: Date;
  /** IANA; null where only offsets were given. */
  timeZone: string | null;
  guests: readonly { email: string; name: string }[];
  organizer: { name: string | null; email: string | null };
  icalUid: string | null;
}

type Told = Pick<NativeToolUse, 'callKey' | 'toolCallId' | 'arguments' | 'result'>;

const mostGuests = 50;

/**
 * Null where no event was surely created, and where nothing tells its times. What Google answered goes before what the
 * model asked for.
 */
export function readCreatedEvent(told: Told): CreatedEvent | null {
  const answer = told.result === null ? null : readGoogleAnswer(told.result);
  const times = answer && timesOf(answer, told.arguments);
  if (!answer || !times) return null;
  return {
    ...times,
    uid: uidOf(answer, told),
    status: line(answer.status, 40) ?? 'confirmed',
    summary: line(answer.summary ?? told.arguments.summary, 500) ?? '',
    description: line(answer.description, 5_000),
    location: line(answer.location, 1_000),
    guests: guestsOf(answer.attendees ?? told.arguments.attendees),
    organizer: { name: line(answer.organizer?.displayName, 200), email: addressOf(answer.organizer?.email) },
    icalUid: line(answer.iCalUID, 1_000),
  };
}

function timesOf(
  answer: GoogleAnswer,
  asked: Told['arguments'],
): Pick<CreatedEvent, 'start' | 'end' | 'timeZone'> | null {
  const timeZone = zoneOf(answer.start?.timeZone ?? asked.timeZone ?? 'UTC');
  const start = momentOf(answer.start, asked.startDateTime, timeZone);
  const end = momentOf(answer.end, asked.endDateTime, timeZone);
  return start && end && end >= start ? { start, end, timeZone } : null;
}

/** As Google makes them: digits and letters to v, and for one of a series its time. */
const googlesId = /^[a-v\d]{5,1024}(?:_\d{8}(?:T\d{6}Z)?)?$/;

function uidOf({ id }: GoogleAnswer, { callKey, toolCallId }: Told): string {
  if (id !== undefined && googlesId.test(id)) return id;
  const digest = createHash('sha256')
    .update(JSON.stringify([callKey, toolCallId]))
    .digest('base64url');
  return `vapi:${digest}`;
}

function momentOf(answered: GoogleAnswer['start'], asked: unknown, timeZone: string | null): Date | null {
  const texts = [answered?.dateTime, answered?.date, asked];
  for (const text of texts) {
    const moment = typeof text === 'string' ? googleMoment(text, timeZone) : null;
    if (moment) return moment;
  }
  return null;
}

function zoneOf(value: unknown): string | null {
  const zone = timeZoneName.safeParse(value);
  return zone.success ? zone.data : null;
}

const guest = z
  .union([z.string().transform((email) => ({ email })), z.object({ email: z.string(), displayName: z.unknown() })])
  .catch({ email: '' });

/** The model may give one address, several in one text, or a list. */
function guestsOf(value: unknown): { email: string; name: string }[] {
  const list = typeof value === 'string' ? value.split(/[\s,;]+/) : value;
  if (!Array.isArray(list)) return [];
  const guests = list.slice(0, mostGuests).flatMap((each) => {
    const { email, ...named } = guest.parse(each);
    const address = addressOf(email);
    return address === null
      ? []
      : [{ email: address, name: ('displayName' in named && line(named.displayName, 200)) || '' }];
  });
  return [...new Map(guests.map((each) => [each.email, each])).values()];
}

function addressOf(value: unknown): string | null {
  const address = emailAddress.safeParse(value);
  return address.success ? address.data : null;
}

/** Control characters and halves of surrogate pairs, which JSON in a text can bring along and PostgreSQL cannot store. */
function line(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return null;
  const tidy = value.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return tidy === '' ? null : [...tidy].slice(0, longest).join('');
}
