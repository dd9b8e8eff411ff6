import fc from 'fast-check';
import { readMoment, type ReadMoment } from './read-moment.js';
import { momentCases } from './testing/moment.cases.js';
import { toldAs } from './testing/told-as.js';

const now = new Date('2026-11-23T10:00:00+01:00');
const paris = { now, timeZone: 'Europe/Paris' };

describe.each(momentCases)('$title ($locale)', ({ cases, now: at, ...context }) => {
  it.each(cases)('%j means %s', (said, meant) => {
    const read = readMoment(said, { ...context, now: new Date(at) });
    expect(toldAs(read, context.timeZone)).toBe(meant);
  });
});

describe('the cases', () => {
  it('are many, and none is there twice', () => {
    for (const locale of ['fr', 'en']) {
      const own = momentCases.filter((group) => group.locale === locale);
      expect(own.flatMap(({ cases }) => cases).length).toBeGreaterThan(130);
    }
    for (const { cases } of momentCases) expect(new Set(cases.map(([said]) => said)).size).toBe(cases.length);
  });
});

describe('what is said back', () => {
  const asked = (said: string) => {
    const read = readMoment(said, { ...paris, locale: 'fr' });
    return read.kind === 'unclear' ? read.question : read.kind === 'impossible' ? read.sentence : null;
  };

  it.each([
    ['demain à 8h', 'Voulez-vous dire 8 heures du matin ou 20 heures ?', 'Do you mean 8 am or 8 pm?'],
    [
      'mardi prochain à 14h',
      'Voulez-vous dire mardi 24 novembre ou mardi 1er décembre ?',
      'Do you mean Tuesday, November 24 or Tuesday, December 1?',
    ],
    [
      'mardi prochain à 8h',
      'Voulez-vous dire mardi 24 novembre ou mardi 1er décembre ?',
      'Do you mean Tuesday, November 24 or Tuesday, December 1?',
    ],
    [
      'demain à minuit',
      'Voulez-vous dire mardi 24 novembre à 0 heure ou mercredi 25 novembre à 0 heure ?',
      'Do you mean Tuesday, November 24 at 12 am or Wednesday, November 25 at 12 am?',
    ],
    [
      'demain matin ou après-midi',
      'Voulez-vous dire le matin ou l’après-midi ?',
      'Do you mean in the morning or in the afternoon?',
    ],
    [
      'le 3',
      'C’est déjà passé. Voulez-vous dire jeudi 3 décembre ?',
      'That is over already. Do you mean Thursday, December 3?',
    ],
    ['la semaine prochaine à 14h', 'Quel jour exactement ?', 'Which day exactly?'],
    ['après 18h', 'Quel jour et à quelle heure exactement ?', 'Which day and time exactly?'],
    ['31 février', 'Il n’y a pas de 31 février.', 'There is no February 31.'],
    ['29 février', 'Il n’y a pas de 29 février en 2027.', 'There is no February 29 in 2027.'],
    ['25:00', 'Cette heure n’existe pas.', 'There is no such time.'],
    [
      'ce matin à 8h',
      'Lundi 23 novembre à 8 heures du matin, c’est déjà passé.',
      'Monday, November 23 at 8 am is over already.',
    ],
    [
      '2027-03-28T02:30',
      'L’heure change le dimanche 28 mars, et 2 heures 30 du matin n’existe pas ce jour-là.',
      'The clocks change on Sunday, March 28, and there is no 2:30 am that day.',
    ],
  ])('of %j fits the matter', (said, fr, en) => {
    expect(asked(said)).toEqual({ fr, en });
  });

  it('tells apart the hour that comes twice', () => {
    const read = readMoment('2026-10-25T02:30', {
      now: new Date('2026-10-24T12:00Z'),
      timeZone: 'Europe/Paris',
      locale: 'fr',
    });
    expect(read).toMatchObject({
      question: {
        fr: 'Voulez-vous dire 2 heures 30 du matin, avant le changement d’heure ou 2 heures 30 du matin, après le changement d’heure ?',
      },
    });
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...momentCases.flatMap(({ cases }) => cases.flatMap(([said]) => said.split(' '))),
    ...['à', 'du', '31', '29', '2026', '99', '0', '24h', '12:61', '99/99', '0000-00-00', '9999-12-31', 'T24:00Z'],
  );
  const told = fc.array(words, { maxLength: 12 }).map((some) => some.join(' '));
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }), told);
  const kinds: readonly ReadMoment['kind'][] = ['instant', 'day', 'range', 'unclear', 'impossible', 'not_understood'];

  it('has an answer, and no moment that is over', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('fr' as const, 'en' as const), (text, locale) => {
        const read = readMoment(text, { ...paris, locale });
        expect(kinds).toContain(read.kind);
        const settled = read.kind === 'unclear' ? read.options : [read];
        for (const one of settled) {
          if (one.kind === 'instant') expect(one.start.getTime()).toBeGreaterThanOrEqual(now.getTime() - 300_000);
          if (one.kind === 'day') expect(one.date >= '2026-11-23').toBe(true);
          if (one.kind === 'range') expect(one.from >= '2026-11-23' && one.to >= one.from).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is not understood when it is too long to be a moment', () => {
    expect(readMoment(`demain${' '.repeat(200)}`, { ...paris, locale: 'fr' })).toEqual({ kind: 'not_understood' });
  });
});
