import type { Playing, Scenario } from '../caller/scenario.js';
import { areSeveral, areThere, chosenOffer, firstAppointment, isMoved, isOffered } from './answers.js';
import { dupont, findsReservation } from './dupont.js';
import { eveningOf } from './evening.js';

/** The reservation that is meant, and its new time: half past nine, or eight where it is that already. */
function move({ answers }: Playing): { day: string; time: string; reference: string; newTime: string } {
  const appointment = firstAppointment(answers[0]);
  return { ...appointment, newTime: appointment.time === '21 heures 30' ? '20 heures' : '21 heures 30' };
}

function isDone({ answers }: Playing): boolean {
  return isMoved.test(answers.at(-1) ?? '');
}

export const reschedule: Scenario = {
  key: 'reschedule',
  title: {
    en: 'Mr Dupont calls again and moves his table to half past nine',
    fr: 'M. Dupont rappelle et décale sa table à 21 h 30',
  },
  direction: 'inbound',
  caller: dupont,
  ringSeconds: 2.6,
  turns: [
    { says: 'user', text: 'Bonjour, c’est monsieur Dupont. Je voudrais décaler ma réservation, s’il vous plaît.' },
    { says: 'assistant', text: 'Bien sûr, monsieur Dupont. Un instant, je la cherche.' },
    findsReservation,
    {
      ifHeard: areThere,
      play: [
        { says: 'assistant', repeats: 'answer', text: 'Pour quelle heure faut-il la décaler ?' },
        {
          ifHeard: areSeveral,
          play: [
            {
              says: 'user',
              text: (playing) => `Celle de ${move(playing).time}, plutôt à ${move(playing).newTime}, le même jour.`,
            },
          ],
          otherwise: [
            { says: 'user', text: (playing) => `Plutôt à ${move(playing).newTime}, le même jour, si c’est possible.` },
          ],
        },
        {
          uses: 'appointment_update',
          with: (playing) => {
            const { reference, day, newTime } = move(playing);
            return { appointmentId: reference, start: `${day} à ${newTime}` };
          },
          shape: 'argument-text',
          expects: (playing) => `Votre rendez-vous est déplacé : ${eveningOf(playing).day} à 21 heures 30.`,
        },
        { says: 'assistant', repeats: 'answer' },
        {
          ifHeard: isOffered,
          play: [
            { says: 'user', text: ({ answers }) => `Alors ${chosenOffer(answers[1])}, merci.` },
            {
              uses: 'appointment_update',
              with: (playing) => ({
                appointmentId: move(playing).reference,
                start: chosenOffer(playing.answers[1]),
              }),
              shape: 'argument-text',
              expects: ({ answers }) => `Votre rendez-vous est déplacé : ${chosenOffer(answers[1])}.`,
            },
            { says: 'assistant', repeats: 'answer' },
          ],
        },
        {
          ifHeard: isMoved,
          play: [{ says: 'user', text: 'Parfait, merci. À bientôt !' }],
          otherwise: [{ says: 'user', text: 'Alors je ne change rien. Merci, au revoir.' }],
        },
      ],
      otherwise: [
        { says: 'assistant', repeats: 'answer' },
        { says: 'user', text: 'Ah bon ? Alors je me suis trompé. Merci, au revoir.' },
      ],
    },
    { says: 'assistant', text: 'Merci de votre appel, monsieur Dupont. Au revoir !' },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary: (playing) =>
      isDone(playing)
        ? `M. Dupont a déplacé sa réservation. Réponse donnée : ${playing.answers.at(-1)}`
        : 'M. Dupont souhaitait déplacer sa réservation ; rien n’a été changé.',
    satisfaction: (playing) => (isDone(playing) ? 5 : 3),
    succeeded: isDone,
    structuredData: { intent: 'reschedule', name: 'Dupont' },
  },
};
