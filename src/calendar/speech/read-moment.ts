import type { Locale } from '../../kernel/errors/index.js';
import { readIso } from './iso-moment.js';
import type { ReadMoment } from './moment.js';
import { readClues } from './reading/read-clues.js';
import { combine } from './resolving/combine.js';
import { noSuchDateOf } from './resolving/resolve-date.js';
import { noSuchDate, noSuchTime, skippedTime } from './resolving/refusals.js';
import { isOver, sceneAt, type Scene } from './resolving/scene.js';
import { settle, settleOne } from './resolving/settle.js';
import { instantsAt, type WallTime } from './time/zoned-time.js';
import { attempts } from './words/lexicon.js';
import { splitSpeech, type Piece } from './words/split-speech.js';
import { tokenize } from './words/tokenize.js';

export type { ReadMoment, SettledMoment } from './moment.js';

export interface ReadingContext {
  now: Date;
  /** IANA: in which the speaker thinks. */
  timeZone: string;
  /** The language that is tried first. */
  locale: Locale;
  /** How long ago is not yet over; 5 where it is left out. */
  graceMinutes?: number;
  /** For those who ask what was; else what is over is impossible. */
  pastAllowed?: boolean;
}

const longestText = 200;

/**
 * Understands a moment as people say it and as models write it: `demain à 14h`, `next Friday evening`, `2026-12-03T20:00`.
 * What can mean several moments is never guessed, but comes back as a question; a text with a word that has no meaning here
 * is not understood at all. Any text has an answer.
 *
 * @example
 * readMoment('demain à 14h', { now, timeZone: 'Europe/Paris', locale: 'fr' }); // { kind: 'instant', start, approximate: false }
 * readMoment('demain à 8h', { now, timeZone: 'Europe/Paris', locale: 'fr' }); // unclear: 8 heures du matin ou 20 heures ?
 */
export function readMoment(text: string, context: ReadingContext): ReadMoment {
  if (text.length > longestText) return { kind: 'not_understood' };
  const { now, timeZone, locale, graceMinutes = 5, pastAllowed = false } = context;
  const scene = sceneAt({ now, timeZone, language: locale, graceMinutes, pastAllowed });
  return readWritten(text, scene) ?? readSaid(splitSpeech(text), scene);
}

function readWritten(text: string, scene: Scene): ReadMoment | null {
  const written = readIso(text);
  switch (written?.kind) {
    case undefined:
      return null;
    case 'no_such_date':
      return noSuchDate(noSuchDateOf(written.date, scene.today));
    case 'no_such_time':
      return noSuchTime();
    case 'instant':
      return instant(written.at, scene);
    case 'wall':
      return atWall(written.at, scene);
  }
}

function atWall(wall: WallTime, scene: Scene): ReadMoment {
  const starts = instantsAt(wall, scene.timeZone);
  const [only] = starts;
  if (!only) return skippedTime(wall, scene);
  if (starts.length === 1) return instant(only, scene);
  const reads = starts.map((start) => ({ kind: 'instant', start, approximate: false }) as const);
  const over = reads.filter(({ start }) => isOver(start, scene));
  const ahead = reads.filter((read) => !over.includes(read));
  return settle({ kind: 'found', ahead, over, skipped: [] }, { scene, passed: false });
}

function instant(start: Date, scene: Scene): ReadMoment {
  return settleOne({ kind: 'instant', start, approximate: false }, { over: isOver(start, scene), scene });
}

function readSaid(pieces: readonly Piece[], scene: Scene): ReadMoment {
  for (const [lexicon, language] of attempts[scene.language]) {
    const told = tokenize(pieces, lexicon);
    const clues = told && readClues(told, language);
    const read = clues && combine(clues, { ...scene, language });
    if (read && read.kind !== 'not_understood') return read;
  }
  return { kind: 'not_understood' };
}
