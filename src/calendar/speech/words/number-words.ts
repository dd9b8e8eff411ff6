/** How a language says its numbers below a hundred, and the thousands of years. */
export interface NumberWords {
  /** What stands alone, or last: 0 to 19. */
  small: ReadonlyMap<string, number>;
  tens: ReadonlyMap<string, number>;
  /** Tens after which 10 to 19 can follow: `soixante dix`. */
  tensWithTeens: ReadonlySet<number>;
  /** Between tens and units: the `et` of `vingt et un`. */
  joining: { word: string; before: ReadonlySet<number> } | null;
  ordinals: ReadonlyMap<string, number>;
  thousand: ReadonlySet<string>;
}

export interface SpokenNumber {
  value: number;
  ordinal: boolean;
  /** How many words it took. */
  length: number;
}

/** The number that begins at a word, as long as it goes. */
export function readNumber(words: readonly string[], at: number, language: NumberWords): SpokenNumber | null {
  const number = belowHundred(words, at, language);
  if (!number || number.ordinal || number.value > 9) return number;
  if (!language.thousand.has(words[at + number.length] ?? '')) return number;
  const rest = belowHundred(words, at + number.length + 1, language);
  const length = number.length + 1 + (rest?.length ?? 0);
  return { value: number.value * 1000 + (rest?.value ?? 0), ordinal: rest?.ordinal ?? false, length };
}

function belowHundred(words: readonly string[], at: number, language: NumberWords): SpokenNumber | null {
  const tens = readTens(words, at, language);
  if (!tens) return single(words, at, language);
  const joined = language.joining !== null && words[at + tens.length] === language.joining.word;
  const next = at + tens.length + (joined ? 1 : 0);
  const unit = single(words, next, language);
  if (!unit || !canFollow(tens.value, unit, language)) return tens;
  if (joined && !language.joining?.before.has(unit.value)) return tens;
  return { value: tens.value + unit.value, ordinal: unit.ordinal, length: next - at + unit.length };
}

function canFollow(tens: number, unit: SpokenNumber, language: NumberWords): boolean {
  return unit.value > 0 && unit.value < (language.tensWithTeens.has(tens) ? 20 : 10);
}

function readTens(words: readonly string[], at: number, { tens }: NumberWords): SpokenNumber | null {
  for (const length of [2, 1]) {
    const value = tens.get(wordsAt(words, at, length));
    if (value !== undefined) return { value, ordinal: false, length };
  }
  return null;
}

/** `dix sept` is one number too. */
function single(words: readonly string[], at: number, { small, ordinals }: NumberWords): SpokenNumber | null {
  for (const length of [2, 1]) {
    const said = wordsAt(words, at, length);
    const value = small.get(said);
    if (value !== undefined) return { value, ordinal: false, length };
    const place = ordinals.get(said);
    if (place !== undefined) return { value: place, ordinal: true, length };
  }
  return null;
}

function wordsAt(words: readonly string[], at: number, length: number): string {
  return at + length > words.length ? '' : words.slice(at, at + length).join(' ');
}
