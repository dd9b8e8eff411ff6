const words = /[\p{L}\p{N}]+/gu;
const marks = /\p{M}/gu;
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };

/** Nobody searches for a longer word, and a lexeme may have at most 2046 bytes. */
const longestWord = 64;

/** A `tsvector` may have 1 MB; this much text holds more words than any call. */
const longestText = 200_000;

/** The words of a text as the search knows them: without case and accents, nothing but letters and digits. */
export function searchWords(text: string): Set<string> {
  const folded = text.slice(0, longestText).normalize('NFKD').replace(marks, '').toLowerCase();
  const plain = folded.replace(/[œæßøł]/g, (letter) => ligatures[letter] ?? letter);
  return new Set(plain.match(words)?.map((word) => word.slice(0, longestWord)));
}

/**
 * The `tsquery` for what a person typed: all words, the last of them as the beginning of one. Words hold letters and
 * digits only, so that no input can break the query's syntax. Null when there is no word.
 */
export function searchQuery(typed: string): string | null {
  const found = [...searchWords(typed)].slice(0, 20);
  return found.length === 0 ? null : `${found.map((word) => `'${word}'`).join(' & ')}:*`;
}
