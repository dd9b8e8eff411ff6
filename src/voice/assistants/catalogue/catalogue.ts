import type { Provider } from './catalogue.types.js';
import { modelProviders } from './model-providers.js';
import { nearest } from './nearest.js';
import { transcriberProviders } from './transcriber-providers.js';
import { voiceProviders } from './voice-providers.js';

/** The three lists of providers. */
export const providers: Readonly<Record<'model' | 'voice' | 'transcriber', readonly Provider[]>> = {
  model: modelProviders,
  voice: voiceProviders,
  transcriber: transcriberProviders,
};

/** Like `unknownName`, and takes a company's name for a hint at its slug: `elevenlabs` is `11labs` at Vapi. */
export function unknownProvider(typed: string, known: readonly Provider[]): string {
  const named = known.find(
    ({ name }) => name.toLowerCase().replaceAll(' ', '') === typed.toLowerCase().replaceAll(/[ -]/g, ''),
  );
  return named
    ? suggest(typed, [named.slug])
    : unknownName(
        typed,
        known.map(({ slug }) => slug),
      );
}

/** `Unknown … "opnai". Did you mean: openai?`, in both languages, as `parseInput` wants it. */
export function unknownName(typed: string, known: readonly string[]): string {
  return suggest(typed, nearest(typed, known));
}

function suggest(typed: string, suggestions: readonly string[]): string {
  // The bar separates the two languages.
  const shown = typed.slice(0, 60).replaceAll('|', '');
  const near = suggestions.join(', ');
  const en = near === '' ? 'See assistantOptions for what there is.' : `Did you mean: ${near}?`;
  const fr = near === '' ? 'Voyez assistantOptions pour la liste.' : `Vouliez-vous dire : ${near} ?`;
  return `"${shown}" is not known. ${en} | « ${shown} » est inconnu. ${fr}`;
}

/** The names that a model provider takes; undefined where it takes any. */
export function modelsOf(provider: string): readonly string[] | undefined {
  return modelProviders.find(({ slug }) => slug === provider)?.models;
}

/** The names of a transcription provider, and whether it takes others too. */
export function transcriberModelsOf(provider: string): { models: readonly string[]; anyModel: boolean } {
  return transcriberProviders.find(({ slug }) => slug === provider) ?? { models: [], anyModel: true };
}
