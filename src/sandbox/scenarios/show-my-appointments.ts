import type { Scenario } from '../caller/scenario.js';
import { dupont, findsReservation } from './dupont.js';

export const showMyAppointments: Scenario = {
  key: 'show-my-appointments',
  title: {
    en: 'Mr Dupont asks which tables he has booked',
    fr: 'M. Dupont demande quelles tables il a réservées',
  },
  direction: 'inbound',
  caller: dupont,
  ringSeconds: 1.9,
  turns: [
    { says: 'user', text: 'Bonjour, monsieur Dupont à l’appareil. Pouvez-vous me rappeler mes réservations ?' },
    { says: 'assistant', text: 'Bien sûr, monsieur Dupont, je regarde.' },
    { ...findsReservation, shape: 'argument-object' },
    { says: 'assistant', repeats: 'answer', text: 'Puis-je faire autre chose pour vous ?' },
    { says: 'user', text: 'Non, c’est tout ce que je voulais savoir. Merci, au revoir.' },
    { says: 'assistant', text: 'Merci de votre appel, monsieur Dupont. Au revoir !' },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary: 'M. Dupont a demandé quelles réservations sont à son numéro, et l’a appris.',
    satisfaction: 5,
    succeeded: true,
    structuredData: { intent: 'appointments', name: 'Dupont' },
  },
};
