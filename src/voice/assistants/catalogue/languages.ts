import type { Language } from './catalogue.types.js';

/** French first; any other BCP 47 tag is accepted too, these are the ones offered. */
export const languages: readonly Language[] = [
  { tag: 'fr-FR', label: 'Français (France)' },
  { tag: 'fr-BE', label: 'Français (Belgique)' },
  { tag: 'fr-CH', label: 'Français (Suisse)' },
  { tag: 'fr-CA', label: 'Français (Canada)' },
  { tag: 'en-GB', label: 'English (United Kingdom)' },
  { tag: 'en-US', label: 'English (United States)' },
  { tag: 'es-ES', label: 'Español (España)' },
  { tag: 'de-DE', label: 'Deutsch (Deutschland)' },
  { tag: 'it-IT', label: 'Italiano (Italia)' },
  { tag: 'nl-NL', label: 'Nederlands (Nederland)' },
  { tag: 'nl-BE', label: 'Nederlands (België)' },
  { tag: 'pt-PT', label: 'Português (Portugal)' },
  { tag: 'pt-BR', label: 'Português (Brasil)' },
  { tag: 'ar-MA', label: 'العربية (المغرب)' },
  { tag: 'pl-PL', label: 'Polski (Polska)' },
  { tag: 'tr-TR', label: 'Türkçe (Türkiye)' },
  { tag: 'sv-SE', label: 'Svenska (Sverige)' },
  { tag: 'da-DK', label: 'Dansk (Danmark)' },
  { tag: 'ja-JP', label: '日本語（日本）' },
  { tag: 'zh-CN', label: '中文（中国）' },
];
