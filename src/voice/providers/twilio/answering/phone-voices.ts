import { baseLanguage } from '../../../assistants/language-tag.js';
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';

/** How Twilio speaks and understands a language. */
export interface PhoneVoice {
  voice: NonNullable<VoiceResponse.SayAttributes['voice']>;
  /** The one that the voice was made for: with any other one Twilio may stay silent. */
  speaks: NonNullable<VoiceResponse.SayAttributes['language']>;
  understands: NonNullable<VoiceResponse.GatherAttributes['language']>;
  /** Made for telephone lines; only where Twilio has it for the language. */
  speechModel?: 'phone_call';
}

/** Neural voices, by tag; then the tag that stands for a language in other regions. https://www.twilio.com/docs/voice/twiml/say/text-speech */
const voices: Readonly<Record<string, PhoneVoice>> = {
  'fr-FR': { voice: 'Polly.Lea-Neural', speaks: 'fr-FR', understands: 'fr-FR', speechModel: 'phone_call' },
  'fr-BE': { voice: 'Polly.Isabelle-Neural', speaks: 'fr-BE', understands: 'fr-FR', speechModel: 'phone_call' },
  'fr-CA': { voice: 'Polly.Gabrielle-Neural', speaks: 'fr-CA', understands: 'fr-CA', speechModel: 'phone_call' },
  'en-GB': { voice: 'Polly.Amy-Neural', speaks: 'en-GB', understands: 'en-GB' },
  'en-US': { voice: 'Polly.Joanna-Neural', speaks: 'en-US', understands: 'en-US' },
  'en-AU': { voice: 'Polly.Olivia-Neural', speaks: 'en-AU', understands: 'en-AU' },
  'en-IE': { voice: 'Polly.Niamh-Neural', speaks: 'en-IE', understands: 'en-IE' },
  'en-IN': { voice: 'Polly.Kajal-Neural', speaks: 'en-IN', understands: 'en-IN' },
  'es-ES': { voice: 'Polly.Lucia-Neural', speaks: 'es-ES', understands: 'es-ES' },
  'es-MX': { voice: 'Polly.Mia-Neural', speaks: 'es-MX', understands: 'es-MX' },
  'es-US': { voice: 'Polly.Lupe-Neural', speaks: 'es-US', understands: 'es-US' },
  'ca-ES': { voice: 'Polly.Arlet-Neural', speaks: 'ca-ES', understands: 'ca-ES' },
  'de-DE': { voice: 'Polly.Vicki-Neural', speaks: 'de-DE', understands: 'de-DE' },
  'de-AT': { voice: 'Polly.Hannah-Neural', speaks: 'de-AT', understands: 'de-DE' },
  'it-IT': { voice: 'Polly.Bianca-Neural', speaks: 'it-IT', understands: 'it-IT' },
  'nl-NL': { voice: 'Polly.Laura-Neural', speaks: 'nl-NL', understands: 'nl-NL' },
  'nl-BE': { voice: 'Polly.Lisa-Neural', speaks: 'nl-BE', understands: 'nl-BE' },
  'pt-PT': { voice: 'Polly.Ines-Neural', speaks: 'pt-PT', understands: 'pt-PT' },
  'pt-BR': { voice: 'Polly.Camila-Neural', speaks: 'pt-BR', understands: 'pt-BR' },
  'ar-AE': { voice: 'Polly.Hala-Neural', speaks: 'ar-AE', understands: 'ar-AE' },
  'ar-MA': { voice: 'Polly.Hala-Neural', speaks: 'ar-AE', understands: 'ar-MA' },
  'pl-PL': { voice: 'Polly.Ola-Neural', speaks: 'pl-PL', understands: 'pl-PL' },
  'tr-TR': { voice: 'Polly.Burcu-Neural', speaks: 'tr-TR', understands: 'tr-TR' },
  'sv-SE': { voice: 'Polly.Elin-Neural', speaks: 'sv-SE', understands: 'sv-SE' },
  'da-DK': { voice: 'Polly.Sofie-Neural', speaks: 'da-DK', understands: 'da-DK' },
  'nb-NO': { voice: 'Polly.Ida-Neural', speaks: 'nb-NO', understands: 'nb-NO' },
  'fi-FI': { voice: 'Polly.Suvi-Neural', speaks: 'fi-FI', understands: 'fi-FI' },
  'ja-JP': { voice: 'Polly.Kazuha-Neural', speaks: 'ja-JP', understands: 'ja-JP' },
  'ko-KR': { voice: 'Polly.Seoyeon-Neural', speaks: 'ko-KR', understands: 'ko-KR' },
  'zh-CN': { voice: 'Polly.Zhiyu-Neural', speaks: 'cmn-CN', understands: 'cmn-Hans-CN' },
};

const english: PhoneVoice = { voice: 'Polly.Amy-Neural', speaks: 'en-GB', understands: 'en-GB' };

/** The voice of a language's own region, else of the first region that has one; English where Twilio has none. */
export function phoneVoice(language: string): PhoneVoice {
  if (Object.hasOwn(voices, language)) return voices[language] ?? english;
  const base = baseLanguage(language).toLowerCase();
  const found = Object.entries(voices).find(([tag]) => baseLanguage(tag) === base);
  return found?.[1] ?? english;
}
