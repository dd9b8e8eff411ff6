import { weightedLength } from './weighted-length.js';

describe('weighted length', () => {
  it.each([
    ['Bonjour à tous', 14],
    ['', 0],
    ['https://example.com/a/very/long/path?with=a&query=1', 23],
    ['Voir example.com demain', 5 + 23 + 7],
    ['日本語', 6],
    ['👍', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇫🇷', 2],
    ['1️⃣', 2],
    ['© 2026', 6],
    // NFC joins a letter and its accent.
    ['e\u0301', 1],
    ['“Oui” – d’accord', 16],
    // The ellipsis is none of the light ranges.
    ['…', 2],
  ])('of %j is %d', (text, length) => {
    expect(weightedLength(text)).toBe(length);
  });

  it('does not take two long sentences without a space for a short address', () => {
    const text = `${'a'.repeat(200)}.${'b'.repeat(100)}`;
    expect(weightedLength(text)).toBe(301);
  });
});
