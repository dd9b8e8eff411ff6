import type { Playing, Scenario, ToolUse } from '../caller/scenario.js';
import { isBooked, isFree } from './answers.js';
import { dupont } from './dupont.js';
import { eveningOf } from './evening.js';

const nearTheWindow = 101;
const inTheRoom = 102;

/** As the model puts what Mr Dupont has said. */
function book(eventTypeId: number): ToolUse {
  return {
    uses: 'appointment_create',
    with: (playing) => ({
      eventTypeId,
      start: `${eveningOf(playing).date} à 20 heures`,
      attendeeName: 'Dupont',
      partySize: 4,
    }),
    shape: 'argument-object',
    expects: (playing) =>
      `C’est réservé : Table près de la fenêtre, ${eveningOf(playing).day} à 20 heures, au nom de Dupont.`,
  };
}

function isDone({ answers }: Playing): boolean {
  return isBooked.test(answers.at(-1) ?? '');
}

export const restaurantReservation: Scenario = {
  key: 'restaurant-reservation',
  title: {
    en: 'Mr Dupont books a table for four by the window, at 8 pm on the next evening that is open',
    fr: 'M. Dupont réserve une table pour quatre près de la fenêtre, à 20 h le prochain soir d’ouverture',
  },
  direction: 'inbound',
  caller: dupont,
  ringSeconds: 2.4,
  turns: [
    {
      says: 'user',
      text: (playing) => `Bonjour, je voudrais réserver une table pour ${eveningOf(playing).said}, s’il vous plaît.`,
    },
    { says: 'assistant', text: 'Avec plaisir. Pour combien de personnes, et à quelle heure ?' },
    { says: 'user', text: 'Nous serons quatre, à vingt heures. Et si possible près de la fenêtre.' },
    { says: 'assistant', text: 'Un instant, je regarde si la table près de la fenêtre est libre.' },
    {
      uses: 'availability_read',
      with: (playing) => ({ eventTypeId: nearTheWindow, date: `${eveningOf(playing).said} à 20 heures` }),
      shape: 'argument-object',
      expects: (playing) => `Oui, c’est libre ${eveningOf(playing).day} à 20 heures. Je réserve ?`,
    },
    { says: 'assistant', repeats: 'answer' },
    {
      ifHeard: isFree,
      play: [{ says: 'user', text: 'Oui, s’il vous plaît, au nom de Dupont.' }, book(nearTheWindow)],
      otherwise: [
        {
          says: 'user',
          text: 'Tant pis pour la fenêtre : une table en salle à vingt heures, au nom de Dupont, si c’est possible.',
        },
        book(inTheRoom),
      ],
    },
    { says: 'assistant', repeats: 'answer', text: 'Puis-je faire autre chose pour vous ?' },
    {
      ifHeard: isBooked,
      play: [
        { says: 'user', text: 'Non, c’est parfait. Merci beaucoup !' },
        {
          says: 'assistant',
          text: (playing) => `Merci à vous, monsieur Dupont. À ${eveningOf(playing).said} !`,
        },
      ],
      otherwise: [
        { says: 'user', text: 'Dommage. Je vous rappellerai, merci.' },
        { says: 'assistant', text: 'Merci de votre appel, monsieur Dupont. À bientôt !' },
      ],
    },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary: (playing) => {
      const wish = `une table pour quatre ${eveningOf(playing).date} à 20 h`;
      return isDone(playing)
        ? `M. Dupont a réservé ${wish}, au numéro +33612345678.`
        : `M. Dupont souhaitait ${wish} ; rien n’a pu être réservé.`;
    },
    satisfaction: (playing) => (isDone(playing) ? 5 : 3),
    succeeded: isDone,
    structuredData: { intent: 'reservation', name: 'Dupont', partySize: 4, time: '20:00' },
  },
};
