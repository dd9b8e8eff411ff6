import type { Meaning } from './token.js';

/** A word, in small plain letters, or what needs no words: numbers, times and dates in digits. Null is nothing we know. */
export type Piece = string | Meaning | null;

/** Without case, accents, ligatures and what cannot be seen. */
export function foldSpeech(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe');
}

/** In the order in which they are tried; punctuation between pieces means nothing, other signs do. */
const forms = new RegExp(
  [
    String.raw`(?<year>\d{4})(?<s1>[-/.])(?<yearMonth>\d{1,2})\k<s1>(?<yearDay>\d{1,2})(?!\d)`,
    String.raw`(?<first>\d{1,2})(?<s2>[-/.])(?<second>\d{1,2})\k<s2>(?<end>\d{4}|\d{2})(?!\d)`,
    String.raw`(?<short1>\d{1,2})/(?<short2>\d{1,2})(?![\d/])`,
    String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2})?(?![\d:])`,
    String.raw`(?<dotHour>\d{1,2})\.(?<dotMinute>\d{2})(?=\s*[ap]\.?m)`,
    String.raw`(?<decimal>\d{1,3}[.,]\d)(?!\d)`,
    String.raw`(?<ordinal>\d{1,2})(?:st|nd|rd|th|ere|er|re|eme|e)(?![a-z])`,
    String.raw`(?<digits>\d+)`,
    String.raw`(?<word>[a-z]+)`,
    String.raw`(?<minus>(?<=\s|^)[-–](?=\d))`,
    String.raw`(?<strange>[\p{L}\p{N}\p{S}\p{Cc}])`,
  ].join('|'),
  'gu',
);

type Found = Readonly<Record<string, string | undefined>>;

export function splitSpeech(text: string): Piece[] {
  const shown = foldSpeech(text).replace(/\s+/gu, ' ');
  return Array.from(shown.matchAll(forms), ({ groups = {} }) => {
    const found: Found = groups;
    return found.word ?? dateIn(found) ?? clockIn(found) ?? numberIn(found);
  });
}

function dateIn(found: Found): Meaning | null {
  if (found.year !== undefined) {
    const [first, second] = [Number(found.yearMonth), Number(found.yearDay)];
    return { kind: 'written-date', first, second, year: Number(found.year), order: 'month-day' };
  }
  if (found.end !== undefined) {
    const year = found.end.length === 2 ? 2000 + Number(found.end) : Number(found.end);
    const order = found.s2 === '.' ? 'day-month' : 'either';
    return { kind: 'written-date', first: Number(found.first), second: Number(found.second), year, order };
  }
  if (found.short1 === undefined) return null;
  const [first, second] = [Number(found.short1), Number(found.short2)];
  return { kind: 'written-date', first, second, year: null, order: 'either' };
}

function clockIn(found: Found): Meaning | null {
  const hour = found.hour ?? found.dotHour;
  if (hour === undefined) return null;
  const minute = Number(found.minute ?? found.dotMinute);
  return { kind: 'clock', hour: Number(hour), minute, exact: hour.startsWith('0') };
}

function numberIn(found: Found): Meaning | null {
  if (found.decimal !== undefined) {
    return { kind: 'number', value: Number(found.decimal.replace(',', '.')), digits: 1, ordinal: false };
  }
  const written = found.ordinal ?? found.digits;
  if (written === undefined) return null;
  return { kind: 'number', value: Number(written), digits: written.length, ordinal: found.ordinal !== undefined };
}
