import { phonePhrases } from '../assistants/catalogue/phone-phrases.js';
import type { AnsweringAssistant } from './answered-call.js';
import { currentLanguage, faultsInARow } from './hearing.js';
import { sentencesIn } from './sentences/sentences-in.js';
import type { Spoken, Turn } from './turn.js';

/**
 * What is said when the model has not answered: the first time the caller is asked again; the second time a person takes
 * over, or a message is taken without the model.
 */
export function answerToTrouble(
  fault: 'slow' | 'model',
  assistant: AnsweringAssistant,
  before: readonly Turn[],
): Spoken {
  const language = currentLanguage(assistant, before);
  const { trouble, tooSlow, askMessage } = sentencesIn(language);
  if (faultsInARow(before, ['slow', 'model']) === 0)
    return { said: fault === 'slow' ? tooSlow : trouble, language, next: { kind: 'listen' }, fault };
  const to = assistant.transferNumber;
  if (to === null) return { said: askMessage, language, next: { kind: 'listen', expects: 'message' }, fault };
  return { said: phonePhrases(language).transfer, language, next: { kind: 'transfer', to, summary: null }, fault };
}

const reached: ReadonlySet<string> = new Set(['completed', 'answered']);

/** What is said once a transfer has ended: nothing after a talk with a person, else that a message can be left. */
export function answerAfterTransfer(status: string, assistant: AnsweringAssistant, before: readonly Turn[]): Spoken {
  const language = currentLanguage(assistant, before);
  if (reached.has(status)) return { said: '', language, next: { kind: 'hangup', reason: 'transferred' }, fault: null };
  const next = { kind: 'listen', transfer: status } as const;
  // Where the model was the reason for the transfer, it is not asked for the message either.
  const expects = faultsInARow(before, ['slow', 'model']) > 0 ? ('message' as const) : undefined;
  const { nobody, askMessage } = sentencesIn(language);
  return { said: expects ? askMessage : nobody, language, next: { ...next, expects }, fault: 'transfer' };
}

/** When the line comes back after a fault between the platform and this server. */
export function answerAfterInterruption(assistant: AnsweringAssistant, before: readonly Turn[]): Spoken {
  const language = currentLanguage(assistant, before);
  return { said: sentencesIn(language).interrupted, language, next: { kind: 'listen' }, fault: null };
}
