import type { LocalizedText } from '../../../kernel/errors/index.js';

/** A company whose models, voices or transcription an assistant can use; `slug` is what Vapi calls it. */
export interface Provider {
  slug: string;
  name: string;
}

/** A provider of language models. */
export interface ModelProvider extends Provider {
  /** The names that the provider takes; left out where it takes any. */
  models?: readonly string[];
}

/** A provider of transcription. */
export interface TranscriberProvider extends Provider {
  models: readonly string[];
  /** Takes other model names too, or has no names at all. */
  anyModel: boolean;
}

export interface Voice {
  provider: string;
  id: string;
  name: string;
  gender: 'female' | 'male';
  /** The language it was recorded in, with its region. */
  language: string;
  /** Speaks every language of the catalogue, with a slight accent in some. */
  multilingual: boolean;
}

export interface Language {
  /** BCP 47. */
  tag: string;
  /** In the language itself. */
  label: string;
}

/** A ready-made description of a business, to be completed by its owner. */
export interface Template {
  key: string;
  label: LocalizedText;
  language: string;
  personality: string;
  context: string;
}
