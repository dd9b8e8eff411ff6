import { InvalidInput, type FieldFault } from '../../kernel/errors/index.js';
import { assistantDefaults } from './catalogue/assistant-defaults.js';
import { modelsOf, transcriberModelsOf, unknownName } from './catalogue/catalogue.js';
import { voices } from './catalogue/voices.js';
import { baseLanguage } from './language-tag.js';

/** The model, the voice and the transcription of an assistant. */
export interface ProviderChoices {
  modelProvider: string;
  model: string;
  voiceProvider: string;
  voiceId: string;
  transcriberProvider: string;
  transcriberModel: string | null;
}

/** What somebody asks for; absent leaves the choice to us, or as it was. */
export type WantedChoices = { [K in keyof ProviderChoices]?: ProviderChoices[K] | undefined };

/** One choice made, or what is wrong with it. */
type Settled<K extends keyof ProviderChoices> = Pick<ProviderChoices, K> & { fault?: FieldFault | undefined };

/**
 * Completes and checks what is asked for: a model that its provider has, a voice, a transcription. Whoever changes the
 * provider alone gets that provider's first choice.
 *
 * @param current what an assistant has already; a new one starts from the usual choices for its language.
 * @throws InvalidInput with a suggestion for each name that is not known.
 */
export function settleProviders(wanted: WantedChoices, language: string, current?: ProviderChoices): ProviderChoices {
  const base = current ?? usualChoices(language);
  const { fault: modelFault, ...model } = settleModel(wanted, base);
  const { fault: voiceFault, ...voice } = settleVoice(wanted, base, language);
  const { fault: transcriberFault, ...transcriber } = settleTranscriber(wanted, base);
  const faults = [modelFault, voiceFault, transcriberFault].filter((fault) => fault !== undefined);
  if (faults.length === 0) return { ...model, ...voice, ...transcriber };
  const paths = faults.map(({ path }) => path).join(', ');
  throw new InvalidInput(
    'VOICE.CHOICE_UNKNOWN',
    {
      en: `Correct the marked fields and try again: ${paths}.`,
      fr: `Corrigez les champs indiqués puis réessayez : ${paths}.`,
    },
    faults,
  );
}

function usualChoices(language: string): ProviderChoices {
  const { modelProvider, model, voiceProvider, transcriberProvider, transcriberModel } = assistantDefaults;
  const voiceId = usualVoice(language, voiceProvider) ?? '';
  return { modelProvider, model, voiceProvider, voiceId, transcriberProvider, transcriberModel };
}

function settleModel(wanted: WantedChoices, base: ProviderChoices): Settled<'modelProvider' | 'model'> {
  const modelProvider = wanted.modelProvider ?? base.modelProvider;
  const known = modelsOf(modelProvider);
  const model = wanted.model ?? (modelProvider === base.modelProvider ? base.model : firstModel(modelProvider));
  if (model === undefined) return { modelProvider, model: '', fault: missing('input.model') };
  const refused = wanted.model !== undefined && known !== undefined && !known.includes(model);
  return { modelProvider, model, fault: refused ? unknown('input.model', model, known) : undefined };
}

function firstModel(provider: string): string | undefined {
  return provider === assistantDefaults.modelProvider ? assistantDefaults.model : modelsOf(provider)?.[0];
}

function settleVoice(
  wanted: WantedChoices,
  base: ProviderChoices,
  language: string,
): Settled<'voiceProvider' | 'voiceId'> {
  const voiceProvider = wanted.voiceProvider ?? base.voiceProvider;
  const usual = voiceProvider === base.voiceProvider ? base.voiceId : usualVoice(language, voiceProvider);
  const voiceId = wanted.voiceId ?? usual;
  return { voiceProvider, voiceId: voiceId ?? '', fault: voiceId === undefined ? missing('input.voiceId') : undefined };
}

/** A voice recorded in the language, else one that speaks all. */
function usualVoice(language: string, provider: string): string | undefined {
  const eligible = voices.filter((voice) => voice.provider === provider);
  const native = eligible.find((voice) => baseLanguage(voice.language) === baseLanguage(language));
  return (native ?? eligible.find((voice) => voice.multilingual))?.id;
}

function settleTranscriber(
  wanted: WantedChoices,
  base: ProviderChoices,
): Settled<'transcriberProvider' | 'transcriberModel'> {
  const transcriberProvider = wanted.transcriberProvider ?? base.transcriberProvider;
  const { models, anyModel } = transcriberModelsOf(transcriberProvider);
  const usual = transcriberProvider === base.transcriberProvider ? base.transcriberModel : (models[0] ?? null);
  const transcriberModel = wanted.transcriberModel === undefined ? usual : wanted.transcriberModel;
  const typed = wanted.transcriberModel ?? '';
  const refused = typed !== '' && !anyModel && !models.includes(typed);
  const fault = refused ? unknown('input.transcriberModel', typed, models) : undefined;
  return { transcriberProvider, transcriberModel, fault };
}

function missing(path: string): FieldFault {
  const message = {
    en: 'This provider takes any name: give the one that you want.',
    fr: 'Ce fournisseur accepte tous les noms : indiquez celui que vous voulez.',
  };
  return { path, message };
}

function unknown(path: string, typed: string, known: readonly string[]): FieldFault {
  const [en = '', fr = en] = unknownName(typed, known).split(' | ');
  return { path, message: { en, fr } };
}
