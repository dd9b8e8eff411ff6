import type { Locale, LocalizedText } from '../../../kernel/errors/index.js';
import { baseLanguage } from '../language-tag.js';

/** What happens around a tool where the owner has written nothing; what is absent is left to the model. */
export interface ToolSentences {
  /** Said while the tool begins to work. */
  onStart?: LocalizedText;
  /** Said when the answer takes long. */
  onDelay?: LocalizedText;
  /** Told to the model, not said: only it can see whether the result is what the caller hoped for. */
  onDone?: LocalizedText;
  /** Said when the tool has failed. */
  onFailure?: LocalizedText;
}

const oneMoment = { en: 'One moment, please.', fr: 'Un instant, s’il vous plaît.' };
const checking = {
  onStart: { en: 'One moment, I am looking at the calendar.', fr: 'Un instant, je consulte l’agenda.' },
  onDone: {
    en: 'Say in one sentence whether the time is free. When it is not, or when the result is an error, say so and offer another time.',
    fr: 'Dis en une phrase si le créneau est libre. S’il ne l’est pas, ou si le résultat est une erreur, dis-le et propose un autre moment.',
  },
  onFailure: {
    en: 'I am sorry, I cannot see the calendar right now. May I take a message instead?',
    fr: 'Toutes mes excuses, je ne peux pas consulter l’agenda pour le moment. Puis-je prendre un message ?',
  },
};
const booking = {
  onStart: { en: 'One moment, I am putting it in the calendar.', fr: 'Un instant, je l’inscris dans l’agenda.' },
  onDone: {
    en: 'Only when the result shows that the event was created, confirm its date and time in one sentence. Otherwise say that it was not booked. It cannot be moved or cancelled over the phone.',
    fr: 'Seulement si le résultat montre que l’événement a été créé, confirme sa date et son heure en une phrase. Sinon, dis qu’il n’est pas réservé. Il ne peut être ni déplacé ni annulé par téléphone.',
  },
  onFailure: {
    en: 'I am sorry, the appointment could not be booked. May I take a message instead?',
    fr: 'Toutes mes excuses, le rendez-vous n’a pas pu être réservé. Puis-je prendre un message ?',
  },
};
const contact = { onStart: oneMoment };
const sending = {
  onStart: oneMoment,
  onFailure: {
    en: 'I am sorry, that could not be sent just now.',
    fr: 'Toutes mes excuses, l’envoi n’a pas fonctionné.',
  },
};

/** Those that are not here, such as hanging up, are used without a word. */
const nativeSentences: Readonly<Record<string, ToolSentences>> = {
  'google.calendar.availability.check': checking,
  'google.calendar.event.create': booking,
  'gohighlevel.calendar.availability.check': checking,
  'gohighlevel.calendar.event.create': booking,
  'gohighlevel.contact.get': contact,
  'gohighlevel.contact.create': contact,
  'google.sheets.row.append': sending,
  'slack.message.send': sending,
  sms: sending,
};

/** Of a tool that Vapi runs itself, by its type there. */
export function nativeToolSentences(key: string): ToolSentences {
  return Object.hasOwn(nativeSentences, key) ? (nativeSentences[key] ?? {}) : {};
}

/** Of every tool that this server runs. It says itself what has come of it, failures included. */
export const ownToolSentences: ToolSentences = {
  onStart: oneMoment,
  onDelay: { en: 'Thank you for waiting, I am nearly there.', fr: 'Merci de patienter, j’y suis presque.' },
};

/** The language of the sentences for an assistant; null for those who speak neither: a foreign sentence is worse than none. */
export function sentenceLocale(language: string): Locale | null {
  const base = baseLanguage(language).toLowerCase();
  return base === 'fr' || base === 'en' ? base : null;
}
