import { eveningOf } from './evening.js';

const tonight = { said: 'ce soir', day: 'aujourd’hui' };
const tomorrow = { said: 'demain soir', day: 'demain' };

describe('the evening that callers ask for', () => {
  it.each([
    ['2026-11-24T10:00:00+01:00', { ...tonight, date: 'mardi 24 novembre' }],
    ['2026-11-24T19:29:00+01:00', { ...tonight, date: 'mardi 24 novembre' }],
    ['2026-11-24T19:30:00+01:00', { ...tomorrow, date: 'mercredi 25 novembre' }],
    ['2026-11-30T23:10:00+01:00', { ...tomorrow, date: 'mardi 1er décembre' }],
    // Saturday, before and after it is too late for the day; then Sunday, when the restaurant is closed.
    ['2026-11-21T15:00:00+01:00', { ...tonight, date: 'samedi 21 novembre' }],
    ['2026-11-21T20:00:00+01:00', { said: 'lundi soir', day: 'lundi 23 novembre', date: 'lundi 23 novembre' }],
    ['2026-11-22T12:00:00+01:00', { ...tomorrow, date: 'lundi 23 novembre' }],
    // The clocks change in this night; and the year ends.
    ['2027-03-28T01:30:00Z', { ...tomorrow, date: 'lundi 29 mars' }],
    ['2026-12-31T22:00:00Z', { ...tomorrow, date: 'vendredi 1er janvier' }],
  ])('is one on which the restaurant can still be booked at %s', (startsAt, evening) => {
    expect(eveningOf({ startsAt: new Date(startsAt) })).toEqual(evening);
  });
});
