import { disclosesMachine } from '../calls/merge/disclosure.js';
import { languageChoices } from './catalogue/options.js';
import { greet } from './catalogue/greetings.js';
import { spokenFirstMessage } from './first-message.js';

const languages = languageChoices().map(({ key }) => key);

describe('what callers hear first', () => {
  it.each(languages)('says in %s that it is an artificial intelligence', (language) => {
    const greeting = greet({ language, clientName: 'Le Gourmet', recordingEnabled: true });
    expect(spokenFirstMessage({ firstMessage: greeting, language })).toBe(greeting);
    const said = spokenFirstMessage({ firstMessage: 'Le Gourmet, 20:00?', language });
    expect(said).toMatch(/ Le Gourmet, 20:00\?$/);
    expect(disclosesMachine(said)).toBe(true);
  });

  it('is told in English where we have nothing in the language', () => {
    const said = spokenFirstMessage({ firstMessage: 'Dobrý den.', language: 'cs-CZ' });
    expect(said).toBe('I am a voice assistant, an artificial intelligence. Dobrý den.');
  });

  it('is what the owner wrote, where that says it', () => {
    const firstMessage = 'Bonjour, ici l’assistante virtuelle du Gourmet.';
    expect(spokenFirstMessage({ firstMessage, language: 'fr-FR' })).toBe(firstMessage);
  });

  it('does not take a denial for it', () => {
    const firstMessage = 'Bonjour, je ne suis pas une intelligence artificielle.';
    expect(spokenFirstMessage({ firstMessage, language: 'fr-FR' })).not.toBe(firstMessage);
  });
});
