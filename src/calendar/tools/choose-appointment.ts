import type { Appointment } from '../appointments/appointment.js';
import { readMoment } from '../speech/read-moment.js';
import { sayMoment } from '../speech/say-moment.js';
import { dateIn } from './day-window.js';
import { Say, type Conversation } from './conversation.js';
import { referenceOf } from './reference.js';
import { listed, sentences } from './sentences.js';

/**
 * The one of a caller's own appointments that is meant: by its reference or id, by its day or time, or the only one. Where
 * several fit it is asked back, never guessed.
 */
export function chooseAppointment(
  said: string | undefined,
  own: readonly Appointment[],
  talk: Pick<Conversation, 'now' | 'timeZone' | 'locale'>,
): Appointment | Say {
  if (own.length === 0) return new Say(sentences.noAppointments);
  const meant = meantBy(said, own, talk);
  if (!meant) return new Say(sentences.notYours);
  const [only, ...others] = meant;
  if (only && others.length === 0) return only;
  return new Say(only ? which(meant, talk) : sentences.notYours);
}

/** Those that fit: by reference, else by day, else all of them where nothing is named. Undefined for what names none. */
function meantBy(
  said: string | undefined,
  own: readonly Appointment[],
  talk: Pick<Conversation, 'now' | 'timeZone' | 'locale'>,
): readonly Appointment[] | undefined {
  if (said === undefined || isVague(said)) return own;
  const named = own.filter((each) => isNamed(each, said));
  return named.length > 0 ? named : onThatDay(said, own, talk);
}

function isNamed({ id }: Appointment, said: string): boolean {
  const plain = said.trim();
  const spelt = plain.replace(/[^\p{L}]/gu, '').toUpperCase();
  return plain === id || plain === `appointment_${id}` || spelt === referenceOf(id);
}

/** Undefined when no day is said. */
function onThatDay(
  said: string,
  own: readonly Appointment[],
  { now, timeZone, locale }: Pick<Conversation, 'now' | 'timeZone' | 'locale'>,
): Appointment[] | undefined {
  const moment = readMoment(said.replace(naming, ' ').trim(), { now, timeZone, locale });
  const meanings = moment.kind === 'unclear' ? moment.options : [moment];
  const named = meanings.flatMap((meaning) => {
    if (meaning.kind === 'instant') return own.filter(({ start }) => start.getTime() === meaning.start.getTime());
    return meaning.kind === 'day' ? own.filter(({ start }) => dateIn(start, timeZone) === meaning.date) : [];
  });
  const isNamed = meanings.some(({ kind }) => kind === 'instant' || kind === 'day');
  return isNamed ? [...new Set(named)] : undefined;
}

/** What stands around the day by which an appointment is named: `celui de mardi`, `my appointment on Tuesday`. */
const naming =
  /^(?:\s*(?:my|the|one|appointment|booking|on|of|at|for|mon|ma|le|la|celui|celle|rendez-?vous|rdv|réservation|du|de|d['’]|pour)(?=\s|$|\d))+/iu;

/** What models say when a caller names nothing: `my appointment`, `le`, `mon rendez-vous`. Ids of others are not vague. */
function isVague(said: string | undefined): boolean {
  return (
    said === undefined || /^(?:|my|the|next|mon|le|prochain|rendez-?vous|appointment|rdv|it|[\s'’-])*$/i.test(said)
  );
}

function which(appointments: readonly Appointment[], { now, timeZone }: Pick<Conversation, 'now' | 'timeZone'>) {
  const moments = (locale: 'en' | 'fr') =>
    appointments
      .slice(0, 5)
      .map(({ id, start }) => `${sayMoment(start, { timeZone, locale, now })} (${referenceOf(id)})`);
  return {
    en: `Which one: ${listed(moments('en'), 'or')}?`,
    fr: `Lequel : ${listed(moments('fr'), 'ou')} ?`,
  };
}
