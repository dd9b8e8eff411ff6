import type { CalComEventType } from '../providers/calcom/event-type.js';
import { isWithinHours } from '../event-types/opening-hours.js';
import { readMoment, type ReadMoment } from '../speech/read-moment.js';
import type { Conversation } from './conversation.js';

/**
 * What a caller means who asks for an appointment: of "ten o'clock" where only the morning has opening hours, the morning.
 * Nothing is guessed: the other times can never be booked, whether this one is free or not.
 */
export function readMomentAsked(said: string, eventType: CalComEventType, talk: Conversation): ReadMoment {
  const { now, timeZone, locale, schedules } = talk;
  const moment = readMoment(said, { now, timeZone, locale });
  if (moment.kind !== 'unclear') return moment;
  const possible = moment.options.filter(
    (option) => option.kind !== 'instant' || isWithinHours(option.start, eventType, schedules) !== false,
  );
  const [only, ...others] = possible;
  return only?.kind === 'instant' && others.length === 0 && moment.options.length > 1 ? only : moment;
}
