import type { Playing, Scenario } from '../caller/scenario.js';
import { chosenOffer, isBooked, isOffered } from './answers.js';
import { eveningOf } from './evening.js';

const who = { eventTypeId: 101, attendeeName: 'Lambert', partySize: 2 };

function isDone({ answers }: Playing): boolean {
  return isBooked.test(answers.at(-1) ?? '');
}

/** She comes at half past eight: Mr Dupont has the table then, whether from eight or from half past nine. */
export const taken: Scenario = {
  key: 'taken',
  title: {
    en: 'Ms Lambert wants the same table on the same evening; it is taken, and she chooses among the times that are left',
    fr: 'Mme Lambert veut la même table le même soir ; elle est prise, et elle choisit parmi les horaires restants',
  },
  direction: 'inbound',
  caller: { name: 'Lambert', number: '+33639981293' },
  ringSeconds: 2.9,
  turns: [
    {
      says: 'user',
      text: (playing) =>
        `Bonjour, je voudrais la table près de la fenêtre ${eveningOf(playing).said}, à vingt heures trente, pour deux. Au nom de Lambert.`,
    },
    { says: 'assistant', text: 'Très bien, madame Lambert. Un instant, je m’en occupe.' },
    {
      uses: 'appointment_create',
      with: (playing) => ({ ...who, start: `${eveningOf(playing).date} à 20 heures 30` }),
      shape: 'argument-object',
      expects: (playing) =>
        `Cet horaire est déjà pris. Je peux vous proposer ${eveningOf(playing).day} à 21 heures 30 ou 22 heures.`,
    },
    { says: 'assistant', repeats: 'answer' },
    {
      ifHeard: isOffered,
      play: [
        { says: 'user', text: ({ answers }) => `Alors ${chosenOffer(answers[0])}, cela nous va aussi.` },
        {
          uses: 'appointment_create',
          with: ({ answers }) => ({ ...who, start: chosenOffer(answers[0]) }),
          shape: 'argument-object',
          expects: ({ answers }) =>
            `C’est réservé : Table près de la fenêtre, ${chosenOffer(answers[0])}, au nom de Lambert.`,
        },
        { says: 'assistant', repeats: 'answer' },
      ],
    },
    {
      ifHeard: isBooked,
      play: [
        { says: 'user', text: 'Parfait, merci. À bientôt !' },
        { says: 'assistant', text: 'Merci à vous, madame Lambert. À bientôt !' },
      ],
      otherwise: [
        { says: 'user', text: 'Tant pis, je vous rappellerai. Merci.' },
        { says: 'assistant', text: 'Merci de votre appel, madame Lambert. Au revoir !' },
      ],
    },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary: (playing) =>
      isDone(playing)
        ? `Mme Lambert souhaitait la table près de la fenêtre, pour deux. Réponse donnée : ${playing.answers.at(-1)}`
        : 'Mme Lambert souhaitait la table près de la fenêtre, pour deux ; rien n’a pu être réservé.',
    satisfaction: (playing) => (isDone(playing) ? 4 : 2),
    succeeded: isDone,
    structuredData: { intent: 'reservation', name: 'Lambert', partySize: 2 },
  },
};
