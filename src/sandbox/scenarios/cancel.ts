import type { Playing, Scenario } from '../caller/scenario.js';
import { areSeveral, areThere, firstAppointment, isCancelled } from './answers.js';
import { dupont, findsReservation } from './dupont.js';
import { eveningOf } from './evening.js';

function isDone({ answers }: Playing): boolean {
  return isCancelled.test(answers.at(-1) ?? '');
}

export const cancel: Scenario = {
  key: 'cancel',
  title: {
    en: 'Mr Dupont cannot come and cancels his table',
    fr: 'M. Dupont a un empêchement et annule sa table',
  },
  direction: 'inbound',
  caller: dupont,
  ringSeconds: 2.1,
  turns: [
    { says: 'user', text: 'Bonjour, c’est monsieur Dupont. Je dois malheureusement annuler ma réservation.' },
    { says: 'assistant', text: 'C’est dommage, monsieur Dupont. Un instant, je la cherche.' },
    findsReservation,
    {
      ifHeard: areThere,
      play: [
        {
          ifHeard: areSeveral,
          play: [
            { says: 'assistant', repeats: 'answer', text: 'Laquelle faut-il annuler ?' },
            {
              says: 'user',
              text: ({ answers }) => `La première, celle de ${firstAppointment(answers[0]).time}, s’il vous plaît.`,
            },
          ],
          otherwise: [
            { says: 'assistant', repeats: 'answer', text: 'Faut-il l’annuler ?' },
            { says: 'user', text: 'Oui, s’il vous plaît, nous avons un empêchement.' },
          ],
        },
        {
          uses: 'appointment_cancel',
          with: ({ answers }) => ({ appointmentId: firstAppointment(answers[0]).reference, reason: 'Empêchement' }),
          shape: 'argument-object',
          expects: (playing) => `Votre rendez-vous (${eveningOf(playing).day} à 20 heures) est annulé.`,
        },
        { says: 'assistant', repeats: 'answer' },
        { says: 'user', text: 'Merci. Ce sera pour une prochaine fois !' },
        { says: 'assistant', text: 'Avec plaisir, monsieur Dupont. À bientôt !' },
      ],
      otherwise: [
        { says: 'assistant', repeats: 'answer' },
        { says: 'user', text: 'Ah, alors c’est déjà fait. Merci, au revoir.' },
        { says: 'assistant', text: 'Je vous en prie. Au revoir, monsieur Dupont.' },
      ],
    },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary: (playing) =>
      isDone(playing)
        ? 'M. Dupont a un empêchement et a annulé sa réservation.'
        : 'M. Dupont souhaitait annuler sa réservation ; rien n’a été changé.',
    satisfaction: 4,
    succeeded: isDone,
    structuredData: { intent: 'cancellation', name: 'Dupont' },
  },
};
