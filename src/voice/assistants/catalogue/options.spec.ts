import { parseInput } from '../../../kernel/errors/index.js';
import { createAssistantInput } from '../assistant-input.js';
import { canonicalLanguage } from '../language-tag.js';
import { settleProviders } from '../settle-providers.js';
import { greet } from './greetings.js';
import { nearest } from './nearest.js';
import * as options from './options.js';

describe('the catalogue', () => {
  it('offers French first, and at least twelve languages by their own names', () => {
    const languages = options.languageChoices();
    expect(languages[0]).toEqual({ key: 'fr-FR', label: 'Français (France)', language: 'fr-FR', provider: null });
    expect(languages.length).toBeGreaterThanOrEqual(12);
    expect(languages.map(({ key }) => canonicalLanguage(key))).toEqual(languages.map(({ key }) => key));
  });

  it('greets in every language that it offers', () => {
    const english = greet({ language: 'en', clientName: 'X', recordingEnabled: false });
    for (const { key } of options.languageChoices()) {
      const greeting = greet({ language: key, clientName: 'X', recordingEnabled: false });
      expect([key, greeting === english]).toEqual([key, key.startsWith('en')]);
    }
  });

  it('names nothing twice', () => {
    for (const list of [
      options.modelProviderChoices(),
      options.modelChoices(),
      options.voiceProviderChoices(),
      options.voiceChoices('fr'),
      options.transcriberChoices(),
      options.transcriberModelChoices(),
      options.languageChoices(),
    ]) {
      const keys = list.map(({ key, provider }) => `${provider}/${key}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('offers only what it accepts', () => {
    const accepts = (wanted: object) => () => settleProviders(wanted, 'fr-FR');
    for (const { key, provider } of options.modelChoices()) {
      expect(accepts({ modelProvider: provider, model: key })).not.toThrow();
    }
    for (const { key, provider } of options.transcriberModelChoices()) {
      expect(accepts({ transcriberProvider: provider, transcriberModel: key })).not.toThrow();
    }
  });

  it('has female and male French voices of ElevenLabs', () => {
    const french = options
      .voiceChoices('fr')
      .filter(({ language, provider }) => language === 'fr-FR' && provider === '11labs');
    expect(french.filter(({ label }) => label.includes('voix féminine')).length).toBeGreaterThanOrEqual(3);
    expect(french.filter(({ label }) => label.includes('voix masculine')).length).toBeGreaterThanOrEqual(3);
  });

  it('has a voice recorded in each language that it offers', () => {
    for (const { key } of options.languageChoices()) {
      expect([key, options.voiceChoices('fr', key).some(({ language }) => language === key)]).toEqual([key, true]);
    }
  });

  it('lists the voices of a language first, and then those that speak it too', () => {
    const [first, ...others] = options.voiceChoices('en', 'en-AU');
    expect(first?.language).toMatch(/^en/);
    expect(others.at(-1)?.language).toBe('fr-FR');
  });

  it('speaks the reader’s language', () => {
    expect(options.personalityChoices('fr')[0]?.label).toContain('Professionnelle');
    expect(options.personalityChoices('en')[0]?.label).toContain('Professional');
  });

  it('has a restaurant in both languages, each good for a new assistant', () => {
    for (const locale of ['fr', 'en'] as const) {
      const templates = options.templateChoices(locale);
      expect(templates[0]).toMatchObject({ key: 'restaurant', language: locale === 'fr' ? 'fr-FR' : 'en-GB' });
      for (const { input } of templates) expect(parseInput(createAssistantInput, input)).toMatchObject(input);
    }
  });
});

describe('the nearest names', () => {
  it.each([
    ['opnai', 'openai'],
    ['GPT-4.1', 'gpt-4.1'],
    ['antropic', 'anthropic'],
  ])('to %s begin with %s', (typed, expected) => {
    expect(nearest(typed, ['anthropic', 'openai', 'google', 'gpt-4.1', 'gpt-4o'])[0]).toBe(expected);
  });

  it('are none when nothing comes near', () => {
    expect(nearest('zzzzzzzzzzzz', ['openai', 'google'])).toEqual([]);
    expect(nearest('x'.repeat(100_000), ['openai'])).toEqual([]);
  });
});
