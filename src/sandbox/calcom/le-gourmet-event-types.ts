import { leGourmet } from '../le-gourmet.js';
import type {
  OpeningHours,
  StandInBookingField,
  StandInEventType,
  StandInHost,
  StandInSchedule,
} from './event-type.js';

const { timeZone } = leGourmet;

const table = (id: number, name: string): StandInHost => ({
  id,
  name,
  email: `table-${id}@legourmet.fr`,
  username: `table-${id}`,
  timeZone,
});

const restaurant: StandInHost = {
  id: 1,
  name: leGourmet.name,
  email: leGourmet.email,
  username: 'legourmet',
  timeZone,
};

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] satisfies OpeningHours['days'];

/**
 * When tables are kept: half an hour beyond the opening hours, so that whoever comes an hour before the kitchen closes has
 * the usual hour and a half.
 */
const services: StandInSchedule = {
  id: 11,
  name: 'Service du midi et du soir',
  timeZone,
  availability: [
    { days, startTime: '12:00', endTime: '14:30' },
    { days, startTime: '19:00', endTime: '23:30' },
  ],
  overrides: [],
};

const partySize: StandInBookingField = {
  type: 'number',
  slug: 'partySize',
  label: 'Nombre de personnes',
  required: true,
};
const wish: StandInBookingField = { type: 'text', slug: 'wish', label: 'Souhait particulier', required: false };

const common = {
  lengthInMinutes: 90,
  // Read out on the telephone.
  customName: '{Event type title}',
  schedule: services,
  slotInterval: 30,
  bookingFields: [partySize, wish],
  locations: [{ type: 'address', address: '12 rue des Gourmets, 75001 Paris', public: true }],
  bookingWindowDays: 180,
} satisfies Partial<StandInEventType>;

/** What can be booked at the restaurant of the demonstration. */
export const leGourmetEventTypes: readonly [StandInEventType, ...StandInEventType[]] = [
  {
    ...common,
    id: 101,
    slug: 'table-fenetre',
    title: 'Table près de la fenêtre',
    description: 'De 2 à 4 personnes, une heure et demie.',
    hosts: [table(2, 'Table près de la fenêtre')],
  },
  {
    ...common,
    id: 102,
    slug: 'table-en-salle',
    title: 'Table en salle',
    description: 'De 2 à 8 personnes, une heure et demie.',
    hosts: [table(3, 'Table 3'), table(4, 'Table 4'), table(5, 'Table 5'), table(6, 'Table 6')],
  },
  {
    ...common,
    id: 103,
    slug: 'repas-de-groupe',
    title: 'Repas de groupe',
    description: 'À partir de 9 personnes ; le restaurant confirme.',
    hosts: [restaurant],
    requiresConfirmation: true,
  },
];

/** Whom the key of the demonstration belongs to. */
export const leGourmetAccount: StandInHost = restaurant;
