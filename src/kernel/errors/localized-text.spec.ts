import { localeIn, toLocale } from './localized-text.js';

describe('The language to answer in', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['fr;q=0.9, en;q=0.8', 'fr'],
    ['de, en;q=0.8, fr;q=0.5', 'en'],
    ['*, en;q=0.5', 'en'],
    ['en;q=0, fr', 'fr'],
    ['en;q=0.000,fr;q=0.1', 'fr'],
  ])('is, for %s, %s', (tags, locale) => {
    expect(localeIn(tags)).toBe(locale);
    expect(toLocale(tags)).toBe(locale);
  });

  it.each([undefined, '', '*', 'de', 'de-AT,it;q=0.5', 'english', 'frisian', 'en;q=0', ',', ';q=1'])(
    'is not said by %p, and is French then',
    (tags) => {
      expect(localeIn(tags)).toBeUndefined();
      expect(toLocale(tags)).toBe('fr');
    },
  );

  it('is found at once however long the header is', () => {
    const beganAt = performance.now();
    expect(localeIn(`${'x'.repeat(20)},`.repeat(2_000))).toBeUndefined();
    expect(localeIn(`en-${'a'.repeat(16_000)}`)).toBe('en');
    expect(localeIn(`en;${' '.repeat(16_000)}q=0`)).toBeUndefined();
    expect(performance.now() - beganAt).toBeLessThan(100);
  });
});
