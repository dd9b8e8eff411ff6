import fc from 'fast-check';
import { searchQuery, searchWords } from './search-words.js';

describe('searchWords', () => {
  it('ignores case, accents and punctuation', () => {
    expect([...searchWords('Réservé à l’Été — Œuf, ÇA va ? 20h')]).toEqual(
      expect.arrayContaining(['reserve', 'a', 'l', 'ete', 'oeuf', 'ca', 'va', '20h']),
    );
  });

  it('names each word once', () => {
    expect(searchWords('oui, oui, Oui').size).toBe(1);
  });
});

describe('searchQuery', () => {
  it('asks for all words, and for the beginning of the last one', () => {
    expect(searchQuery('Dupont réserv')).toBe(`'dupont' & 'reserv':*`);
  });

  it('has nothing to ask without a word', () => {
    expect(searchQuery(' — !&|():* ')).toBeNull();
  });

  it('keeps the syntax whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(searchQuery(typed) ?? `'a':*`).toMatch(/^'[\p{L}\p{N}]+'(?: & '[\p{L}\p{N}]+')*:\*$/u);
      }),
    );
  });
});
