/** What a caller has said so far of the table, or the appointment, that they want. */
export interface Wishes {
  readonly day: string | undefined;
  readonly time: string | undefined;
  readonly people: number | undefined;
  readonly name: string | undefined;
}

const numbers: Readonly<Record<string, number>> = {
  ...{ un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11 },
  ...{ douze: 12, one: 1, two: 2, three: 3, four: 4, five: 5, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12 },
};
const number = `(?:\\d{1,2}|${Object.keys(numbers).join('|')})`;
const hours =
  'vingt et une|vingt[- ]deux|vingt[- ]trois|vingt|dix-neuf|dix-huit|dix-sept|seize|quinze|quatorze|treize|douze|onze|dix|neuf|huit|sept|six|cinq|quatre|trois|deux';
const weekday =
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const month =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december';

/** Accents are letters too, which `\b` does not know. */
const whole = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu');

const days = whole(
  [
    'aujourd.hui|ce (?:soir|midi|matin)|après-demain|demain(?: (?:soir|midi|matin))?',
    'tonight|today|the day after tomorrow|tomorrow(?: (?:evening|night|morning))?|this evening',
    `(?:next )?(?:${weekday})(?: (?:prochain|soir|midi|evening))?(?: \\d{1,2}(?:er)?(?: (?:${month}))?)?`,
    `(?:le )?\\d{1,2}(?:er)? (?:${month})`,
  ].join('|'),
);
const times = whole(
  [
    'midi et demie?|midi|noon',
    `(?:\\d{1,2} ?h(?:eures?)?|(?:${hours}) heures?)(?: ?(?:\\d{2}|et demie|et quart|quinze|trente|quarante-cinq))?`,
    `(?:half past )?${number}(?::\\d{2})? ?(?:o.clock|p\\.?m\\.?|a\\.?m\\.?)`,
    `(?<=at )${number}(?::\\d{2})?`,
  ].join('|'),
);
const people = [
  new RegExp(`(?<![\\p{L}\\d])(${number}) (?:personnes?|couverts?|convives?|people|persons?|guests?)`, 'giu'),
  new RegExp(
    `(?:nous (?:serons|sommes)|on (?:sera|est)|(?:table|réserver|réservation) (?:pour|de)|pour|for|party of) (${number})(?![\\p{L}\\d])(?! ?(?:heures?|h|o.clock|p\\.?m|:))`,
    'giu',
  ),
];
const names = [
  /(?:au nom de|au nom d.|je m.appelle|mon nom est|in the name of|my name is|under the name(?: of)?|i am called)\s+(?:monsieur |madame |mr\.? |mrs\.? |ms\.? )?([\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/giu,
  /(?:c.est|ici|this is)\s+(?:monsieur |madame |mr\.? |mrs\.? )(\p{L}[\p{L}'’-]+)/giu,
];

/** The latest word counts, as people correct themselves. */
export function wishesIn(said: readonly string[]): Wishes {
  const text = said.join(' . ');
  const amount = people.flatMap((pattern) => [...text.matchAll(pattern)]).sort((a, b) => a.index - b.index);
  const name = names.flatMap((pattern) => [...text.matchAll(pattern)]).at(-1)?.[1];
  return {
    day: [...text.matchAll(days)].at(-1)?.[0],
    time: [...text.matchAll(times)].at(-1)?.[0],
    people: toNumber(amount.at(-1)?.[1]),
    name,
  };
}

/** What answers “in what name?” without a sentence around it. */
export function bareName(said: string): string | undefined {
  const words = said
    .replaceAll(/[.,!?]/g, '')
    .trim()
    .split(/\s+/);
  if (words.length > 3) return undefined;
  return words.filter((word) => !/^(?:oui|non|yes|no|euh|monsieur|madame|mr|mrs)$/i.test(word)).join(' ') || undefined;
}

function toNumber(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  return numbers[word.toLowerCase()] ?? Number(word);
}
