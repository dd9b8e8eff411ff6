import type { Locale, LocalizedText } from '../../kernel/errors/index.js';

/** The language in which a caller is answered: French for assistants that speak it, else English. */
export function spokenLocale(language: string): Locale {
  return language.toLowerCase().split('-')[0] === 'fr' ? 'fr' : 'en';
}

/** One line, as models and voices want it. */
export function oneLine(text: string): string {
  return text
    .replace(/\0/g, '')
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .trim();
}

/** What is said when a tool cannot help: never why, which would mean nothing to a caller. */
export const apologies = {
  unknownTool: {
    en: 'I am sorry, I cannot do that over the phone. Can I help you with something else?',
    fr: 'Toutes mes excuses, je ne peux pas faire cela par téléphone. Puis-je vous aider autrement ?',
  },
  badArguments: {
    en: 'I am sorry, I did not get all the details. Could you tell me again?',
    fr: 'Toutes mes excuses, il me manque des précisions. Pouvez-vous me les redonner ?',
  },
  failed: {
    en: 'I am sorry, that did not work just now. May I take a message instead?',
    fr: 'Toutes mes excuses, cela n’a pas fonctionné. Puis-je prendre un message ?',
  },
  late: {
    en: 'I am sorry, this is taking too long. May I take a message instead?',
    fr: 'Toutes mes excuses, cela prend trop de temps. Puis-je prendre un message ?',
  },
} as const satisfies Record<string, LocalizedText>;
