import type { LocalizedText } from '../../kernel/errors/index.js';

/** What is said whatever the tool; everything fit to be spoken, and telling the caller what comes next. */
export const sentences = {
  noCalendar: {
    en: 'I have no access to the calendar. May I take a message instead?',
    fr: 'Je n’ai pas accès à l’agenda. Puis-je prendre un message ?',
  },
  nothingOffered: {
    en: 'No kind of appointment can be booked by phone here. May I take a message instead?',
    fr: 'Aucun type de rendez-vous ne peut être réservé par téléphone ici. Puis-je prendre un message ?',
  },
  calendarAway: {
    en: 'The calendar does not answer just now. May I take a message, so that you are called back?',
    fr: 'L’agenda ne répond pas pour le moment. Puis-je prendre un message pour que l’on vous rappelle ?',
  },
  notConfirmed: {
    en: 'The calendar has not confirmed it yet. Your request is noted, and the team will confirm it to you.',
    fr: 'L’agenda n’a pas encore confirmé. Votre demande est notée, et l’équipe vous la confirmera.',
  },
  whichDay: { en: 'For which day?', fr: 'Pour quel jour ?' },
  whichTime: { en: 'At what time?', fr: 'À quelle heure ?' },
  whichMoment: { en: 'For which day, and at what time?', fr: 'Pour quel jour, et à quelle heure ?' },
  whichName: { en: 'In what name?', fr: 'À quel nom ?' },
  endBeforeStart: {
    en: 'The end would be before the beginning. From when to when, please?',
    fr: 'La fin serait avant le début. De quand à quand, s’il vous plaît ?',
  },
  spellEmail: {
    en: 'I did not get the e-mail address. Could you spell it?',
    fr: 'Je n’ai pas bien compris l’adresse e-mail. Pouvez-vous l’épeler ?',
  },
  howToReach: {
    en: 'Your number is not shown. At which number or e-mail address can you be reached?',
    fr: 'Votre numéro ne s’affiche pas. À quel numéro ou à quelle adresse e-mail peut-on vous joindre ?',
  },
  noAppointments: {
    en: 'I find no appointment under this number.',
    fr: 'Je ne trouve aucun rendez-vous pour ce numéro.',
  },
  anonymous: {
    en: 'Your number is not shown, so I cannot look up your appointments. Please call from the number you booked with.',
    fr: 'Votre numéro ne s’affiche pas, je ne peux donc pas consulter vos rendez-vous. Rappelez depuis le numéro de votre réservation.',
  },
  notYours: {
    en: 'I find no such appointment under this number.',
    fr: 'Je ne trouve pas ce rendez-vous pour ce numéro.',
  },
  nothingToChange: {
    en: 'What shall be changed: the time, or the notes?',
    fr: 'Que faut-il changer : l’horaire, ou les remarques ?',
  },
  notFree: { en: 'This time is not free.', fr: 'Cet horaire n’est pas libre.' },
  nothingFree: {
    en: 'Nothing is free then. Another day?',
    fr: 'Rien n’est libre à ce moment-là. Un autre jour ?',
  },
  inThePast: {
    en: 'This time is over. For which later time?',
    fr: 'Cet horaire est passé. Pour quel moment à venir ?',
  },
  cannotMove: {
    en: 'This appointment cannot be moved. Shall I cancel it and book another one?',
    fr: 'Ce rendez-vous ne peut pas être déplacé. Faut-il l’annuler et en prendre un autre ?',
  },
  cannotCancel: {
    en: 'This appointment cannot be cancelled by phone. May I take a message for the team?',
    fr: 'Ce rendez-vous ne peut pas être annulé par téléphone. Puis-je prendre un message pour l’équipe ?',
  },
  alreadyMoved: {
    en: 'This appointment was moved meanwhile. Shall I read you your appointments?',
    fr: 'Ce rendez-vous a été déplacé entre-temps. Voulez-vous que je vous lise vos rendez-vous ?',
  },
  bookerLimit: {
    en: 'You already have as many appointments of this kind as are allowed. Shall I move one of them?',
    fr: 'Vous avez déjà le maximum de rendez-vous de ce type. Faut-il en déplacer un ?',
  },
  alreadySignedUp: {
    en: 'You are already signed up for this time.',
    fr: 'Vous êtes déjà inscrit à cet horaire.',
  },
  elsewhere: {
    en: 'This appointment stands in another calendar, which I cannot change. May I take a message for the team?',
    fr: 'Ce rendez-vous est dans un autre agenda, que je ne peux pas modifier. Puis-je prendre un message pour l’équipe ?',
  },
  notesKept: { en: 'It is noted.', fr: 'C’est noté.' },
} as const satisfies Record<string, LocalizedText>;

export function whichEventType(titles: readonly string[]): LocalizedText {
  return {
    en: `For what kind of appointment: ${listed(titles, 'or')}?`,
    fr: `Pour quel type de rendez-vous : ${listed(titles, 'ou')} ?`,
  };
}

/** @param labels as the event type asks for them. */
export function stillNeeded(labels: readonly string[]): LocalizedText {
  return {
    en: `For this I still need: ${listed(labels, 'and')}.`,
    fr: `Pour cela il me faut encore : ${listed(labels, 'et')}.`,
  };
}

/** `a, b or c`. */
export function listed(items: readonly string[], last: string): string {
  const [end, ...others] = [...items].reverse();
  if (end === undefined) return '';
  return others.length === 0 ? end : `${others.reverse().join(', ')} ${last} ${end}`;
}
