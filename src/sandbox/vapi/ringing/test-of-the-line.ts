import type { Scenario } from '../../caller/scenario.js';
import { membersOf, textOf, type Members } from '../http/vapi-request.js';

/** The assistant calls somebody, who picks up, hears it out and is content. */
export function testOfTheLine(assistant: Members): Scenario {
  const isFrench = textOf(membersOf(assistant.transcriber).language)?.startsWith('en') !== true;
  const [heard, goodbye] = isFrench
    ? ['Oui, je vous entends très bien, merci.', 'Merci, et bonne journée !']
    : ['Yes, I can hear you very well, thank you.', 'Thank you, have a nice day!'];
  return {
    key: 'test-call',
    title: { en: 'The assistant makes a test call', fr: 'L’assistante passe un appel d’essai' },
    direction: 'outbound',
    caller: { name: '', number: '' },
    ringSeconds: 3,
    turns: [
      { says: 'assistant', text: textOf(assistant.firstMessage) ?? '' },
      { says: 'user', text: heard },
      { says: 'assistant', text: goodbye },
    ],
    ending: { reason: 'customer-ended-call', satisfaction: 5, succeeded: true },
  };
}
