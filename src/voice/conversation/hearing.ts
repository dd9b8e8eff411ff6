import type { AnsweringAssistant } from './answered-call.js';
import { sentencesIn } from './sentences/sentences-in.js';
import type { Next, Spoken, Turn, TurnFault } from './turn.js';

/** What was understood of a caller, and how surely: 0 where the platform does not say. */
export interface Heard {
  words: string | null;
  confidence: number | null;
}

/** Below it, what was understood is more likely wrong than right. */
const leastConfidence = 0.35;
const silencesBeforeGoodbye = 2;

/**
 * What is answered without asking the model: to silence, and to what was hardly understood. Null when there are words to
 * answer.
 *
 * @param before The turns until now, in order.
 */
export function answerToNoise(heard: Heard, assistant: AnsweringAssistant, before: readonly Turn[]): Spoken | null {
  if (heard.words === null) return answerToSilence(assistant, before);
  const unsure = heard.confidence !== null && heard.confidence > 0 && heard.confidence < leastConfidence;
  return unsure && !expectsMessage(before) ? answerToMumbling(assistant, before) : null;
}

/** Whether what is said now is a message for a person. */
export function expectsMessage(before: readonly Turn[]): boolean {
  const next = before.at(-1)?.next;
  return next?.kind === 'listen' && next.expects === 'message';
}

/** In which the conversation is at the moment. */
export function currentLanguage(assistant: Pick<AnsweringAssistant, 'language'>, before: readonly Turn[]): string {
  return before.at(-1)?.language ?? assistant.language;
}

/** How many turns in a row, up to now, had one of these faults. */
export function faultsInARow(before: readonly Turn[], faults: readonly TurnFault[]): number {
  const since = before.findLastIndex(({ fault }) => fault === null || !faults.includes(fault));
  return before.length - 1 - since;
}

function answerToSilence(assistant: AnsweringAssistant, before: readonly Turn[]): Spoken {
  const language = currentLanguage(assistant, before);
  const { areYouThere, notHeard, silentGoodbye } = sentencesIn(language);
  const silences = faultsInARow(before, ['silence']);
  const next: Next = expectsMessage(before) ? { kind: 'listen', expects: 'message' } : { kind: 'listen' };
  if (silences < silencesBeforeGoodbye)
    return { said: silences === 0 ? areYouThere : notHeard, language, next, fault: 'silence' };
  return { said: silentGoodbye, language, next: { kind: 'hangup', reason: 'silence' }, fault: 'silence' };
}

/**
 * A recogniser that listens in the wrong language understands little, and says so. The first time the caller is asked to
 * repeat; after that in the next language that the assistant speaks; once all have been tried, the model gets what there is.
 */
function answerToMumbling(assistant: AnsweringAssistant, before: readonly Turn[]): Spoken | null {
  const times = faultsInARow(before, ['unclear']);
  const current = currentLanguage(assistant, before);
  const others = [assistant.language, ...assistant.otherLanguages].filter((language) => language !== current);
  const language = times === 0 ? current : others[0];
  if (language === undefined || times > assistant.otherLanguages.length) return null;
  return { said: sentencesIn(language).unclear, language, next: { kind: 'listen' }, fault: 'unclear' };
}
