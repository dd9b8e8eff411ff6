/** What to look for, as LIKE patterns. */
export interface SearchPatterns {
  text: string;
  /** Set when the words are a phone number as people write it: `06 12 34` finds `+3361234…`. */
  digits: string | null;
}

/** @returns null when there is nothing to look for. */
export function searchPatterns(search: string | undefined): SearchPatterns | null {
  const words = search
    ?.replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, 200);
  if (words === undefined || words === '') return null;
  const digits = /^[+\d\s().-]+$/.test(words) ? words.replace(/\D/g, '').replace(/^0+/, '') : '';
  return { text: `%${escaped(words)}%`, digits: digits.length >= 3 ? `%${digits}%` : null };
}

/** `_` and `%` are what they are, not wild cards. */
function escaped(words: string): string {
  return words.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
