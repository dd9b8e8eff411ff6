import type { StandInEventType } from '../../src/sandbox/index.js';
import { alwaysOpenEventType } from '../support/always-open.js';

export const plain = 1;
export const confirmed = 2;
export const seated = 3;
export const recurring = 4;
export const video = 5;
export const paid = 6;

/** One event type of each kind that Cal.com treats in a way of its own, each with a host of its own. */
export const practice: readonly [StandInEventType, ...StandInEventType[]] = [
  alwaysOpenEventType(plain, { title: 'Consultation' }),
  alwaysOpenEventType(confirmed, { title: 'Visite', requiresConfirmation: true }),
  alwaysOpenEventType(seated, { title: 'Atelier', seatsPerTimeSlot: 3 }),
  alwaysOpenEventType(recurring, {
    title: 'Suivi',
    recurrence: { interval: 1, occurrences: 3, frequency: 'weekly' },
  }),
  alwaysOpenEventType(video, {
    title: 'Téléconsultation',
    locations: [{ type: 'integration', integration: 'cal-video' }],
  }),
  alwaysOpenEventType(paid, { title: 'Bilan', price: 5_000 }),
];
