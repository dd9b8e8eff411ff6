import fc from 'fast-check';
import { isEmailAddress } from '../../kernel/graphql/index.js';
import { readSpokenEmail } from './spoken-email.js';

describe('an address as it is spelled by voice', () => {
  it.each([
    ['dupont arobase gmail point com', 'dupont@gmail.com'],
    ['Dupont, arobase, Gmail, point com.', 'dupont@gmail.com'],
    ['jean tiret dupont at orange dot fr', 'jean-dupont@orange.fr'],
    ['jean trait d’union dupont arobase orange point fr', 'jean-dupont@orange.fr'],
    ['j point dupont chez free point fr', 'j.dupont@free.fr'],
    ['marie underscore martin arobase hotmail point fr', 'marie_martin@hotmail.fr'],
    ['marie tiret bas martin arobase hotmail point fr', 'marie_martin@hotmail.fr'],
    ['marie tiret du huit martin arobase hot mail point fr', 'marie_martin@hotmail.fr'],
    ['d u p o n t arobase gmail point com', 'dupont@gmail.com'],
    ['D comme Daniel, U, P, O, N, T, arobase gmail point com', 'dupont@gmail.com'],
    ['d as in david u p o n t at gmail dot com', 'dupont@gmail.com'],
    ['dupont tout attaché arobase gmail point com', 'dupont@gmail.com'],
    ['jean dupont tout attaché arobase gmail point com', 'jeandupont@gmail.com'],
    ['john smith all one word at example dot com', 'johnsmith@example.com'],
    ['a double l a r d arobase sfr point fr', 'allard@sfr.fr'],
    ['a deux l e n arobase free point fr', 'allen@free.fr'],
    ['double v e b e r arobase free point fr', 'weber@free.fr'],
    ['i grec v e s arobase free point fr', 'yves@free.fr'],
    ['dupont trente-quatre arobase gmail point com', 'dupont34@gmail.com'],
    ['dupont zéro six arobase gmail point com', 'dupont06@gmail.com'],
    ['dupont quatre-vingt-douze arobase wanadoo point fr', 'dupont92@wanadoo.fr'],
    ['dupont 75 arobase gmail point com', 'dupont75@gmail.com'],
    ['hélène point müller arobase la poste point net', 'helene.muller@laposte.net'],
    ['j.dupont arobase ac tiret lyon point fr', 'j.dupont@ac-lyon.fr'],
    ['bob plus test at example dot co dot uk', 'bob+test@example.co.uk'],
    ['mon adresse c’est dupont arobase gmail.com', 'dupont@gmail.com'],
    ['my email is bob at gmail dot com, please', 'bob@gmail.com'],
    ['dupont arobase gmail point com, tout en minuscules, merci', 'dupont@gmail.com'],
    ['dupont @ gmail . com', 'dupont@gmail.com'],
  ])('%j is %s', (said, value) => {
    expect(readSpokenEmail(said)).toEqual({ kind: 'email', value });
  });

  it.each([
    ['dupont@gmail.com', 'dupont@gmail.com'],
    [' DUPONT@Gmail.COM. ', 'dupont@gmail.com'],
    ['jean-pierre.dupont+resto@mail.example.fr', 'jean-pierre.dupont+resto@mail.example.fr'],
    ['c’est dupont@gmail.com, merci', 'dupont@gmail.com'],
    ['<dupont@gmail.com>', 'dupont@gmail.com'],
  ])('is read as it is where it is written: %j', (said, value) => {
    expect(readSpokenEmail(said)).toEqual({ kind: 'email', value });
  });

  it.each([
    ['two words that may be one or have a dot between', 'jean dupont arobase gmail point com'],
    ['a hyphen that may belong to the name only', 'Jean-Pierre arobase free point fr'],
    ['no end', 'dupont arobase gmail'],
    ['no beginning', 'arobase gmail point com'],
    ['two addresses', 'dupont at gmail dot com and at yahoo dot com'],
    ['two written addresses', 'a@example.com b@example.com'],
    ['two dots', 'dupont point point arobase gmail point com'],
    ['the sign alone', '@'],
    ['too much', `${'a '.repeat(70)} arobase gmail point com`],
  ])('is unclear with %s', (_, said) => {
    expect(readSpokenEmail(said)).toEqual({ kind: 'unclear' });
  });

  it.each(['', 'bonjour', 'je n’ai pas d’adresse', 'il est chez le médecin', 'non'])('is not there in %j', (said) => {
    expect(readSpokenEmail(said)).toEqual({ kind: 'none' });
  });

  it('is an address or none, whatever is said', () => {
    const words = fc
      .array(
        fc.constantFrom('dupont', 'arobase', 'point', 'com', 'tiret', '@', '.', 'deux', 'l', 'at', 'é', '-', 'comme'),
      )
      .map((some) => some.join(' '));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), words), (said) => {
        const read = readSpokenEmail(said);
        expect(read.kind !== 'email' || isEmailAddress(read.value)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
