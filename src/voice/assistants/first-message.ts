import { disclosesMachine } from '../calls/merge/disclosure.js';
import { phonePhrases } from './catalogue/phone-phrases.js';
import type { VoiceAssistant } from './voice-assistant.entity.js';

/**
 * What callers hear first. They must learn at once that no person speaks (EU AI Act, article 50): where the owner’s text
 * does not say so, a sentence in its language goes before it.
 */
export function spokenFirstMessage({
  firstMessage,
  language,
}: Pick<VoiceAssistant, 'firstMessage' | 'language'>): string {
  if (disclosesMachine(firstMessage)) return firstMessage;
  return `${phonePhrases(language).disclosure} ${firstMessage}`.trim();
}
