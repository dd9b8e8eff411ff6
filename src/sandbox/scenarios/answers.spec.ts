import { chosenOffer, firstAppointment, isOffered } from './answers.js';

describe('what callers hear in an answer', () => {
  it.each([
    [
      'Cet horaire est déjà pris. Je peux vous proposer demain à 13 heures, 21 heures 30 ou 22 heures.',
      'demain à 21 heures 30',
    ],
    [
      'Ce n’est pas libre. Je peux vous proposer aujourd’hui à 22 heures, ou lundi 23 novembre à midi.',
      'aujourd’hui à 22 heures',
    ],
    [
      'Je peux vous proposer mardi 1er décembre à midi ou 13 heures 30, ou mercredi 2 à 12.',
      'mardi 1er décembre à midi',
    ],
    [
      'Je peux vous proposer lundi 4 janvier 2027 à midi, ou mardi 5 janvier 2027 à 19 heures.',
      'mardi 5 janvier 2027 à 19 heures',
    ],
  ])('is a time of their liking: %s', (answer, expected) => {
    expect(isOffered.test(answer)).toBe(true);
    expect(chosenOffer(answer)).toBe(expected);
  });

  it.each(['Rien n’est libre à ce moment-là. Un autre jour ?', 'C’est réservé : Table, demain à 20 heures.', ''])(
    'is no offer: %s',
    (answer) => expect(isOffered.test(answer)).toBe(false),
  );

  it('is the first of several appointments', () => {
    const answer =
      'Vous avez 2 rendez-vous : Table en salle, mardi 24 novembre à 20 heures (KVT) et Table, demain à midi (ABC).';

    expect(firstAppointment(answer)).toEqual({ day: 'mardi 24 novembre', time: '20 heures', reference: 'KVT' });
  });
});
