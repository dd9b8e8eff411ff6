import type { LocalizedText } from '../../kernel/errors/index.js';
import { readMoment } from '../speech/read-moment.js';
import { sayMoment } from '../speech/say-moment.js';
import type { CalComEventType } from '../providers/calcom/event-type.js';
import { readMomentAsked } from './read-moment-asked.js';
import { Say, type Conversation } from './conversation.js';
import { sentences } from './sentences.js';

/** The moment for which something is booked: nothing less than a day and a time will do, and it has to be ahead. */
export function readSlot(said: string | undefined, eventType: CalComEventType, talk: Conversation): Date | Say {
  if (said === undefined) return new Say(sentences.whichMoment);
  const moment = readMomentAsked(said, eventType, talk);
  switch (moment.kind) {
    case 'instant':
      if (moment.start <= talk.now) return new Say(sentences.inThePast);
      return moment.approximate ? new Say(isThatRight(moment.start, talk)) : moment.start;
    case 'day':
    case 'range':
      return new Say(sentences.whichTime);
    case 'unclear':
      return new Say(moment.question);
    case 'impossible':
      return new Say(moment.sentence);
    case 'not_understood':
      return new Say(sentences.whichMoment);
  }
}

/** Whoever says "about eight" has not chosen a slot yet. */
function isThatRight(start: Date, { now, timeZone }: Conversation): LocalizedText {
  const at = (locale: 'en' | 'fr') => sayMoment(start, { timeZone, locale, now });
  return { en: `Shall it be ${at('en')} exactly?`, fr: `Disons ${at('fr')} précises ?` };
}

/** What callers hear where the end comes first; null where it does not, or is not said. */
export function checkEnd(start: Date, said: string | undefined, { now, timeZone, locale }: Conversation): Say | null {
  if (said === undefined) return null;
  const end = readMoment(said, { now, timeZone, locale });
  return end.kind === 'instant' && end.start <= start ? new Say(sentences.endBeforeStart) : null;
}
