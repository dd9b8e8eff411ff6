import { speakable, toSpokenText } from './spoken-text.js';

describe('toSpokenText', () => {
  it.each([
    ['**Bonjour**, _Madame_ !', 'Bonjour, Madame !'],
    ['# Nos horaires\n- midi\n- soir', 'Nos horaires midi soir'],
    ['1. Une table\n2) Une terrasse', 'Une table Une terrasse'],
    ['Voyez [notre carte](https://exemple.fr/carte) en ligne.', 'Voyez notre carte en ligne.'],
    ['Allez sur https://exemple.fr/a?b=c maintenant', 'Allez sur maintenant'],
    ['Merci 😊 à vous', 'Merci à vous'],
    ['```json\n{"a":1}\n```Voilà.', 'Voilà.'],
    ['20 h 30, 3 * 4, snake_case', '20 h 30, 3 * 4, snake_case'],
    ['  a\n\n b\t c ', 'a b c'],
  ])('reads %j as %j', (written, spoken) => {
    expect(toSpokenText(written)).toBe(spoken);
  });

  it('ends a long answer after a sentence', () => {
    const spoken = toSpokenText('Une phrase entière. '.repeat(200));
    expect(spoken.length).toBeLessThanOrEqual(1_200);
    expect(spoken).toMatch(/entière\.$/);
  });

  it('cuts an endless sentence between two words', () => {
    expect(toSpokenText('mot '.repeat(600))).toMatch(/mot…$/);
  });

  it('keeps out what XML cannot hold', () => {
    expect(speakable('a\u0000b\u0007c\uD800d\uFFFFe\n')).toBe('abcde\n');
  });
});
