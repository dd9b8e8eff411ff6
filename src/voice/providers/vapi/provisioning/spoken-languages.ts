import { baseLanguage } from '../../../assistants/language-tag.js';
import type { VoiceAssistant } from '../../../assistants/voice-assistant.entity.js';

type Members = Readonly<Record<string, unknown>>;
export type Languages = Pick<VoiceAssistant, 'language' | 'otherLanguages'>;

/** What Deepgram tells apart by region; of every other language it takes the base alone. */
const deepgramRegions: ReadonlySet<string> = new Set(
  'da-DK de-CH en-AU en-CA en-GB en-IE en-IN en-NZ en-US fr-CA nl-BE pt-BR pt-PT sv-SE zh-CN zh-HK zh-TW'.split(' '),
);
/** What Deepgram follows when a caller changes the language: https://developers.deepgram.com/docs/multilingual-code-switching */
const deepgramMixes: ReadonlySet<string> = new Set('de en es fr hi it ja nl pt ru'.split(' '));
const xaiHears: ReadonlySet<string> = new Set(
  'ar cs da de en es fa fr hi id it ja ko mk ms nl pl pt ro ru sv th tr vi'.split(' '),
);
const xaiSpeaks: ReadonlySet<string> = new Set('bn de en fr hi id it ja ko pt-BR pt-PT ru tr vi zh'.split(' '));
const rimeSpeaks: ReadonlySet<string> = new Set('ar de en es fr ja pt'.split(' '));
const cartesiaSpeaks: ReadonlySet<string> = new Set('ar da de en es fr it ja nl pl pt sv tr zh'.split(' '));

/** What a provider of transcription is told of the languages: each has words of its own for them. */
const hearing: Readonly<Record<string, (languages: Languages, model: string | null) => Members>> = {
  deepgram: (languages, model) => ({ language: deepgramLanguage(languages, model) }),
  azure: ({ language }) => ({ language: withRegion(language) }),
  google: ({ language, otherLanguages }) => ({
    language: otherLanguages.length > 0 ? 'Multilingual' : englishName(language),
  }),
  'assembly-ai': ({ language, otherLanguages }) => ({
    language: otherLanguages.length === 0 && base(language) === 'en' ? 'en' : 'multi',
  }),
  speechmatics: ({ language, otherLanguages }) => ({
    customVocabulary: [],
    language: otherLanguages.length > 0 ? 'auto' : base(language).replace(/^zh$/, 'cmn'),
  }),
  gladia: (languages) =>
    languages.otherLanguages.length > 0
      ? { languageBehaviour: 'automatic multiple languages', languages: allBases(languages) }
      : { languageBehaviour: 'manual', language: base(languages.language) },
  soniox: (languages) =>
    languages.otherLanguages.length > 0 ? { languages: allBases(languages) } : { language: base(languages.language) },
  // These find the language by themselves where none is given.
  '11labs': oneOrNone,
  openai: oneOrNone,
  xai: (languages) => (xaiHears.has(base(languages.language)) ? oneOrNone(languages) : {}),
  cartesia: ({ language }) => ({ language: base(language) }),
  talkscriber: ({ language }) => ({ language: base(language) }),
  vapi: ({ language }) => ({ language: base(language) }),
};

/** What a provider of voices is told; most hear it from the text. */
const speaking: Readonly<Record<string, (languages: Languages) => Members>> = {
  // The model that speaks every language of the catalogue without delay.
  '11labs': (languages) => ({ model: 'eleven_turbo_v2_5', ...oneOrNone(languages) }),
  cartesia: (languages) => ({
    model: 'sonic-3',
    ...(cartesiaSpeaks.has(base(languages.language)) ? oneOrNone(languages) : {}),
  }),
  neuphonic: ({ language }) => ({ language: base(language) }),
  sesame: () => ({ model: 'csm-1b' }),
  vapi: ({ language, otherLanguages }) => ({ language: otherLanguages.length > 0 ? 'auto' : base(language) }),
  lmnt: ({ language, otherLanguages }) => ({ language: otherLanguages.length > 0 ? 'auto' : base(language) }),
  'rime-ai': ({ language }) => (rimeSpeaks.has(base(language)) ? { language: base(language) } : {}),
  xai: ({ language, otherLanguages }) => ({ language: otherLanguages.length > 0 ? 'auto' : xaiLanguage(language) }),
};

/** @param model Of the provider; null for its usual one. */
export function hearingOf(provider: string, languages: Languages, model: string | null): Members {
  const members = Object.hasOwn(hearing, provider) ? hearing[provider]?.(languages, model) : undefined;
  return { ...(model !== null && { model }), ...members };
}

export function speakingOf(provider: string, languages: Languages): Members {
  return (Object.hasOwn(speaking, provider) ? speaking[provider]?.(languages) : undefined) ?? {};
}

function oneOrNone({ language, otherLanguages }: Languages): Members {
  return otherLanguages.length > 0 ? {} : { language: base(language) };
}

function deepgramLanguage(languages: Languages, model: string | null): string {
  const mixes = model === null || /^nova-[23]/.test(model);
  const all = allBases(languages);
  if (languages.otherLanguages.length > 0 && mixes && all.every((each) => deepgramMixes.has(each))) return 'multi';
  return deepgramRegions.has(languages.language) ? languages.language : base(languages.language);
}

function xaiLanguage(language: string): string {
  const known = [language, base(language)].find((each) => xaiSpeaks.has(each));
  return known ?? 'auto';
}

const sameAs: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', fil: 'tl', iw: 'he' };

function base(tag: string): string {
  const own = baseLanguage(tag).toLowerCase();
  return sameAs[own] ?? own;
}

function allBases({ language, otherLanguages }: Languages): string[] {
  return [...new Set([language, ...otherLanguages].map(base))];
}

function withRegion(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}-${region}`;
}

function englishName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(baseLanguage(tag)) ?? tag;
}
