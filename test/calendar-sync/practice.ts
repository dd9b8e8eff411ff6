import type { StandInEventType, StandInHost, StandInSchedule } from '../../src/sandbox/index.js';

const host = (id: number): StandInHost => ({
  id,
  name: `Docteur ${id}`,
  email: `docteur-${id}@cabinet.fr`,
  username: `docteur-${id}`,
  timeZone: 'Europe/Paris',
});

const always: StandInSchedule = {
  id: 1,
  name: 'Toujours',
  timeZone: 'Europe/Paris',
  availability: [
    {
      days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
      startTime: '00:00',
      endTime: '24:00',
    },
  ],
  overrides: [],
};

const common = { description: '', lengthInMinutes: 30, schedule: always } as const;

export const plain = 1;
export const confirmed = 2;
export const seated = 3;
export const recurring = 4;
export const video = 5;
export const paid = 6;

/** One event type of each kind that Cal.com treats in a way of its own, each with a host of its own. */
export const practice: readonly [StandInEventType, ...StandInEventType[]] = [
  { ...common, id: plain, slug: 'plain', title: 'Consultation', hosts: [host(1)] },
  { ...common, id: confirmed, slug: 'confirmed', title: 'Visite', hosts: [host(2)], requiresConfirmation: true },
  { ...common, id: seated, slug: 'seated', title: 'Atelier', hosts: [host(3)], seatsPerTimeSlot: 3 },
  {
    ...common,
    id: recurring,
    slug: 'recurring',
    title: 'Suivi',
    hosts: [host(4)],
    recurrence: { interval: 1, occurrences: 3, frequency: 'weekly' },
  },
  {
    ...common,
    id: video,
    slug: 'video',
    title: 'Téléconsultation',
    hosts: [host(5)],
    locations: [{ type: 'integration', integration: 'cal-video' }],
  },
  { ...common, id: paid, slug: 'paid', title: 'Bilan', hosts: [host(6)], price: 5_000 },
];
