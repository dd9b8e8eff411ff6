import type { Scenario, ToolUse } from '../caller/scenario.js';
import { eveningOf } from './evening.js';

/** A guest of Le Gourmet who calls more than once. */
export const dupont: Scenario['caller'] = { name: 'Dupont', number: '+33612345678' };

/** The assistant looks for what Dupont has booked: one table, where nothing else was played before. */
export const findsReservation: ToolUse = {
  uses: 'appointment_read',
  with: {},
  shape: 'argument-text',
  expects: (playing) =>
    `Vous avez un rendez-vous : Table près de la fenêtre, ${eveningOf(playing).day} à 20 heures (KVT).`,
};
