import { baseLanguage } from '../../assistants/language-tag.js';
import { arabic } from './arabic.js';
import { chinese } from './chinese.js';
import { danish } from './danish.js';
import { dutch } from './dutch.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { italian } from './italian.js';
import { japanese } from './japanese.js';
import { polish } from './polish.js';
import { portuguese } from './portuguese.js';
import { spanish } from './spanish.js';
import { swedish } from './swedish.js';
import { turkish } from './turkish.js';
import type { Sentences } from './sentences.js';

/** By language, whatever the region. */
const known: ReadonlyMap<string, Sentences> = new Map([
  ['fr', french],
  ['en', english],
  ['es', spanish],
  ['de', german],
  ['it', italian],
  ['nl', dutch],
  ['pt', portuguese],
  ['ar', arabic],
  ['pl', polish],
  ['tr', turkish],
  ['sv', swedish],
  ['da', danish],
  ['ja', japanese],
  ['zh', chinese],
]);

/** English where we have none in the language. */
export function sentencesIn(language: string): Sentences {
  return known.get(baseLanguage(language).toLowerCase()) ?? english;
}
