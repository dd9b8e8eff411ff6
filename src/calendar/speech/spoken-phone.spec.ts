import fc from 'fast-check';
import { isPhoneNumber } from '../../kernel/graphql/index.js';
import { readSpokenPhone } from './spoken-phone.js';

const fromFrance = '+33123456789';

describe('a phone number', () => {
  it.each([
    ['zéro six douze trente-quatre cinquante-six soixante-dix-huit', '+33612345678'],
    ['06 12 34 56 78', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['0612345678', '+33612345678'],
    ['zéro six soixante douze quatre-vingt-dix-sept onze vingt et un', '+33672971121'],
    ['zero six, un deux, trois quatre, cinq six, sept huit', '+33612345678'],
    ['oh six one two three four five six seven eight', '+33612345678'],
    ['zéro six double deux trente-quatre cinquante-six soixante-dix-huit', '+33622345678'],
    ['mon numéro c’est le 06 12 34 56 78', '+33612345678'],
    ['0033 6 12 34 56 78', '+33612345678'],
  ])('as it is dialled in France, for one who calls from there: %j', (said, number) => {
    expect(readSpokenPhone(said, fromFrance)).toBe(number);
    expect(readSpokenPhone(said, null)).toBeNull();
    expect(readSpokenPhone(said, '+14155550100')).toBeNull();
  });

  it.each([
    ['+33612345678', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['plus trente-trois six douze trente-quatre cinquante-six soixante-dix-huit', '+33612345678'],
    ['+1 (415) 555-0100', '+14155550100'],
    ['plus one four one five five five five oh one oh oh', '+14155550100'],
  ])('with its country, from anywhere: %j', (said, number) => {
    expect(readSpokenPhone(said, null)).toBe(number);
    expect(readSpokenPhone(said, fromFrance)).toBe(number);
  });

  it.each([
    ['too short', '06 12 34'],
    ['too long', '06 12 34 56 78 90'],
    ['to be heard in two ways', 'zéro six soixante dix huit douze quatre vingt'],
    ['two numbers', '06 12 34 56 78 ou 07 12 34 56 78'],
    ['words', 'appelez Paul'],
    ['nothing', ''],
    ['a sign', '+'],
    ['endless', 'soixante dix '.repeat(30)],
  ])('is not sure when it is %s', (_, said) => {
    expect(readSpokenPhone(said, fromFrance)).toBeNull();
  });

  it('is in E.164 or none, whatever is said', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'zéro',
          'six',
          'soixante',
          'dix',
          'quatre',
          'vingt',
          'et',
          'un',
          '+',
          'plus',
          '33',
          '06',
          'double',
        ),
      )
      .map((some) => some.join(' '));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 220 }), words), (said) => {
        const number = readSpokenPhone(said, fromFrance);
        expect(number === null || isPhoneNumber(number)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
