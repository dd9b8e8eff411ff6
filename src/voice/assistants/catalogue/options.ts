import { inLocale, type Locale } from '../../../kernel/errors/index.js';
import { baseLanguage } from '../language-tag.js';
import type { Provider, Voice } from './catalogue.types.js';
import { languages } from './languages.js';
import { modelProviders } from './model-providers.js';
import { personalities, personalityLabels } from './personalities.js';
import { frontDesk } from './templates/front-desk.js';
import { hairSalon } from './templates/hair-salon.js';
import { restaurant } from './templates/restaurant.js';
import { transcriberProviders } from './transcriber-providers.js';
import { voiceProviders } from './voice-providers.js';
import { voices } from './voices.js';

/** Something to choose, in the reader's language. */
export interface Choice {
  key: string;
  label: string;
  language: string | null;
  provider: string | null;
}

const templates = [...restaurant, ...hairSalon, ...frontDesk];

function choice(key: string, label: string, more: { language?: string; provider?: string } = {}): Choice {
  return { key, label, language: more.language ?? null, provider: more.provider ?? null };
}

export function modelProviderChoices(): Choice[] {
  return modelProviders.map(asChoice);
}

/** The variants in a chosen region are left out: they are accepted, and would triple the list. */
export function modelChoices(): Choice[] {
  return modelProviders.flatMap(({ slug, name, models = [] }) =>
    models
      .filter((model) => !model.includes(':'))
      .map((model) => choice(model, `${model} (${name})`, { provider: slug })),
  );
}

export function voiceProviderChoices(): Choice[] {
  return voiceProviders.map(asChoice);
}

/** The voices recorded in a language come first, then those that speak it too. */
export function voiceChoices(locale: Locale, language?: string): Choice[] {
  if (language === undefined) return voices.map((voice) => voiceChoice(voice, locale));
  const wanted = baseLanguage(language).toLowerCase();
  const native = voices.filter((voice) => baseLanguage(voice.language) === wanted);
  const others = voices.filter((voice) => voice.multilingual && !native.includes(voice));
  return [...native, ...others].map((voice) => voiceChoice(voice, locale));
}

function voiceChoice({ id, name, gender, language, provider }: Voice, locale: Locale): Choice {
  const voice = inLocale(
    gender === 'female' ? { en: 'female voice', fr: 'voix féminine' } : { en: 'male voice', fr: 'voix masculine' },
    locale,
  );
  const company = voiceProviders.find(({ slug }) => slug === provider)?.name ?? provider;
  return choice(id, `${name} – ${voice}, ${language} (${company})`, { language, provider });
}

export function transcriberChoices(): Choice[] {
  return transcriberProviders.map(asChoice);
}

export function transcriberModelChoices(): Choice[] {
  return transcriberProviders.flatMap(({ slug, name, models }) =>
    models.map((model) => choice(model, `${model} (${name})`, { provider: slug })),
  );
}

export function languageChoices(): Choice[] {
  return languages.map(({ tag, label }) => choice(tag, label, { language: tag }));
}

export function personalityChoices(locale: Locale): Choice[] {
  return personalities.map((personality) => choice(personality, inLocale(personalityLabels[personality], locale)));
}

function asChoice({ slug, name }: Provider): Choice {
  return choice(slug, name, { provider: slug });
}

/** Ready-made assistants, those in the reader's language first; `input` can be given to createVoiceAssistant as it is. */
export function templateChoices(locale: Locale) {
  const inReaders = templates.filter(({ language }) => baseLanguage(language) === locale);
  const others = templates.filter((template) => !inReaders.includes(template));
  return [...inReaders, ...others].map(({ key, label, language, personality, context }) => ({
    key,
    label: inLocale(label, locale),
    language,
    input: { language, personality, context },
  }));
}
