import { inLocale, type LocalizedText } from '../../../../kernel/errors/index.js';
import { nativeToolSentences, ownToolSentences, sentenceLocale } from '../../../assistants/catalogue/tool-sentences.js';
import type { AssistantTool } from '../../../assistants/voice-assistant.entity.js';

/** What is said around a tool: `messages` of https://docs.vapi.ai/tools/custom-tools */
export interface VapiToolMessage {
  type: 'request-start' | 'request-complete' | 'request-failed' | 'request-response-delayed';
  content: string;
  role?: 'assistant' | 'system';
  timingMilliseconds?: number;
}

/** No caller should hear nothing for longer than this. */
const delayMs = 4_000;

/**
 * What the owner has written is said as it is. Where nothing is written:
 *
 * - on start, a sentence of the catalogue. Without any message Vapi would say one of its own, in English; an empty text
 *   keeps it silent, as do assistants that speak neither French nor English;
 * - on success, nothing: `request-complete` said by the assistant takes the place of the model's answer, and so of the
 *   result of our tools, which is written to be spoken. Of some native ones the model gets a hint, which is not said;
 * - on failure, nothing for our tools, whose errors are spoken already and say more; else a sentence of the catalogue.
 */
export function toolMessages(tool: AssistantTool, language: string): VapiToolMessage[] {
  const say = speaker(language);
  const sentences = tool.kind === 'OURS' ? ownToolSentences : nativeToolSentences(tool.key);
  return [
    { type: 'request-start', content: tool.sayOnStart ?? say(sentences.onStart) ?? '' },
    ...delay(say(sentences.onDelay)),
    ...completion(tool.sayOnDone, say(sentences.onDone)),
    ...failure(tool.sayOnFailure ?? say(sentences.onFailure)),
  ];
}

function speaker(language: string): (text: LocalizedText | undefined) => string | null {
  const locale = sentenceLocale(language);
  return (text) => (locale === null || text === undefined ? null : inLocale(text, locale));
}

function completion(said: string | null, hint: string | null): VapiToolMessage[] {
  if (said !== null) return [{ type: 'request-complete', role: 'assistant', content: said }];
  return hint === null ? [] : [{ type: 'request-complete', role: 'system', content: hint }];
}

function delay(content: string | null): VapiToolMessage[] {
  return content === null ? [] : [{ type: 'request-response-delayed', content, timingMilliseconds: delayMs }];
}

function failure(content: string | null): VapiToolMessage[] {
  return content === null ? [] : [{ type: 'request-failed', role: 'assistant', content }];
}
