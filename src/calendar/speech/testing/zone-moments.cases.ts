import type { MomentCases } from './moment-case.js';

/** Around the nights in which clocks are changed, and far from Europe. */
export const zoneMoments: readonly MomentCases[] = [
  {
    title: 'Paris, before clocks are put forward',
    locale: 'fr',
    timeZone: 'Europe/Paris',
    now: '2026-03-28T12:00:00+01:00',
    cases: [
      ['demain à 2h30 du matin', '! no_such_time'],
      ['2026-03-29T02:30', '! no_such_time'],
      ['demain à 2h30', '2026-03-29 14:30'],
      ['demain à 3h du matin', '2026-03-29 03:00'],
      ['demain à 1h59 du matin', '2026-03-29 01:59'],
      ['dans 24 heures', '2026-03-29 13:00'],
      ['demain', '2026-03-29'],
    ],
  },
  {
    title: 'Paris, before clocks are put back',
    locale: 'fr',
    timeZone: 'Europe/Paris',
    now: '2026-10-24T12:00:00+02:00',
    cases: [
      ['demain à 2h30 du matin', '? 2026-10-25 02:30 +02 | 2026-10-25 02:30 +01'],
      ['2026-10-25T02:30', '? 2026-10-25 02:30 +02 | 2026-10-25 02:30 +01'],
      ['2026-10-25T02:30+01:00', '2026-10-25 02:30 +01'],
      ['demain à 2h30 du matin, avant le changement d’heure', '2026-10-25 02:30 +02'],
      ['demain à 2h30 du matin, heure d’hiver', '2026-10-25 02:30 +01'],
      ['demain à 3h du matin', '2026-10-25 03:00'],
      ['demain à 20h', '2026-10-25 20:00'],
      ['dans 24 heures', '2026-10-25 11:00'],
    ],
  },
  {
    title: 'New York, before clocks are put back',
    locale: 'en',
    timeZone: 'America/New_York',
    now: '2026-10-31T12:00:00-04:00',
    cases: [
      ['tomorrow at 1:30 am', '? 2026-11-01 01:30 -04 | 2026-11-01 01:30 -05'],
      ['tomorrow at 1:30 am standard time', '2026-11-01 01:30 -05'],
      ['tomorrow at 2 am', '2026-11-01 02:00'],
      ['tomorrow at noon', '2026-11-01 12:00'],
    ],
  },
  {
    title: 'New York, before clocks are put forward',
    locale: 'en',
    timeZone: 'America/New_York',
    now: '2027-03-13T12:00:00-05:00',
    cases: [
      ['tomorrow at 2:30 am', '! no_such_time'],
      ['tomorrow at 3 am', '2027-03-14 03:00'],
    ],
  },
  {
    title: 'Kolkata, half an hour off',
    locale: 'en',
    timeZone: 'Asia/Kolkata',
    now: '2026-12-31T23:45:00+05:30',
    cases: [
      ['tomorrow at 10 am', '2027-01-01 10:00'],
      ['in half an hour', '2027-01-01 00:15'],
      ['2027-01-01T00:00Z', '2027-01-01 05:30'],
      ['next year', '-'],
      ['January 1', '2027-01-01'],
    ],
  },
  {
    title: 'Auckland, a day ahead of Paris',
    locale: 'en',
    timeZone: 'Pacific/Auckland',
    now: '2026-04-04T08:00:00+13:00',
    cases: [
      ['today', '2026-04-04'],
      ['tomorrow at 2:30 am', '? 2026-04-05 02:30 +13 | 2026-04-05 02:30 +12'],
      ['tomorrow at 3 pm', '2026-04-05 15:00'],
      ['2026-04-03T20:00Z', '2026-04-04 09:00'],
    ],
  },
  {
    title: 'Auckland, in the small hours',
    locale: 'fr',
    timeZone: 'Pacific/Auckland',
    now: '2026-06-15T01:00:00+12:00',
    cases: [
      ['cette nuit à 3h', '2026-06-15 03:00'],
      ['ce soir à 8h', '2026-06-15 20:00'],
      ['aujourd’hui à minuit', '2026-06-16 00:00'],
      ['demain', '2026-06-16'],
    ],
  },
];
