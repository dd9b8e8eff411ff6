import { currencyCode, localeTag, timeZoneName } from './locale-rules.js';

describe('a language tag', () => {
  it('comes out canonical', () => {
    expect(localeTag.parse('fr-fr')).toBe('fr-FR');
    expect(localeTag.parse('zh-hant-tw')).toBe('zh-Hant-TW');
  });

  it.each(['', 'fr_FR', 'fr-', 'x'.repeat(40)])('is not %j', (tag) => {
    expect(localeTag.safeParse(tag).success).toBe(false);
  });
});

describe('a time zone', () => {
  it.each(['Europe/Paris', 'UTC', 'America/Argentina/Buenos_Aires'])('may be %s', (name) => {
    expect(timeZoneName.parse(name)).toBe(name);
  });

  it.each(['', '+02:00', 'Europe/Nowhere', 'Europe/Paris; DROP', '../etc'])('is not %j', (name) => {
    expect(timeZoneName.safeParse(name).success).toBe(false);
  });
});

describe('a currency', () => {
  it('is one that exists, in capitals', () => {
    expect(currencyCode.safeParse('CHF').success).toBe(true);
    for (const code of ['chf', 'QQQ', '', 'EURO']) expect(currencyCode.safeParse(code).success).toBe(false);
  });
});
