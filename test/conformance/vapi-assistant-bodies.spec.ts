import { vapiMessageCheck } from '../../src/sandbox/testing/vapi-schemas.js';
import * as options from '../../src/voice/assistants/catalogue/options.js';
import { settleProviders } from '../../src/voice/assistants/settle-providers.js';
import { VoiceAssistant } from '../../src/voice/assistants/voice-assistant.entity.js';
import { assistantBody } from '../../src/voice/providers/vapi/provisioning/assistant-body.js';
import { specFile } from '../support/specs.js';
import { describeWhere } from '../support/where.js';

const description = specFile('vapi.json');
const server = { url: 'https://api.example.test/hook', credentialId: 'c1' };
const languages = options.languageChoices().map(({ key }) => key);

/** Where these answer only Vapi's dashboard knows. */
const elsewhere = new Set(['custom-llm', 'custom-voice', 'custom-transcriber']);

function assistantIn(language: string, choices: object = {}, otherLanguages: string[] = []): VoiceAssistant {
  const chosen = settleProviders(choices, language);
  return Object.assign(new VoiceAssistant(), {
    id: 'a',
    workspaceId: 'w',
    name: 'Le Gourmet',
    language,
    otherLanguages,
    timeZone: 'Europe/Paris',
    personality: 'WARM',
    context: 'Restaurant.',
    firstMessage: 'Le Gourmet.',
    transferNumber: null,
    recordingEnabled: true,
    tools: [],
    ...chosen,
  });
}

describeWhere(description !== null)('an assistant, by the description of Vapi', () => {
  const check = vapiMessageCheck(description ?? '');
  const faultsOf = (assistant: VoiceAssistant) =>
    check('CreateAssistantDTO', assistantBody(assistant, { toolIds: ['t'], server }));

  it.each(languages)('is right in %s, alone and with all other languages', (language) => {
    expect(faultsOf(assistantIn(language))).toEqual([]);
    expect(faultsOf(assistantIn(language, {}, languages.slice(0, 10)))).toEqual([]);
  });

  it.each(
    options
      .modelProviderChoices()
      .map(({ key }) => key)
      .filter((key) => !elsewhere.has(key)),
  )('is right with a model of %s', (modelProvider) => {
    const model = options.modelChoices().find(({ provider }) => provider === modelProvider)?.key ?? 'a-model';
    expect(faultsOf(assistantIn('fr-FR', { modelProvider, model }))).toEqual([]);
  });

  it.each(
    options
      .transcriberChoices()
      .map(({ key }) => key)
      .filter((key) => !elsewhere.has(key)),
  )('is right with %s as transcriber in every language', (transcriberProvider) => {
    for (const language of languages) {
      for (const others of [[], ['en-GB', 'es-ES']]) {
        const assistant = assistantIn(language, { transcriberProvider }, others);
        expect([language, faultsOf(assistant)]).toEqual([language, []]);
      }
    }
  });

  it.each(options.voiceChoices('en').map(({ key, provider }) => [provider, key]))(
    'is right with the voice %s %s',
    (voiceProvider, voiceId) => {
      for (const language of languages) {
        expect([language, faultsOf(assistantIn(language, { voiceProvider, voiceId }))]).toEqual([language, []]);
        expect([language, faultsOf(assistantIn(language, { voiceProvider, voiceId }, ['en-GB']))]).toEqual([
          language,
          [],
        ]);
      }
    },
  );

  it.each([
    ['cartesia', 'x'],
    ['deepgram', 'luna'],
    ['playht', 'jennifer'],
    ['rime-ai', 'cove'],
    ['lmnt', 'amy'],
    ['hume', 'x'],
    ['neuphonic', 'x'],
    ['smallest-ai', 'emily'],
    ['wellsaid', 'x'],
    ['tavus', 'x'],
    ['sesame', 'x'],
    ['inworld', 'Alex'],
    ['minimax', 'x'],
    ['xai', 'eve'],
    ['microsoft', 'de-DE-Klaus:MAI-Voice-2'],
  ])('is right with a voice of %s in every language', (voiceProvider, voiceId) => {
    for (const language of languages) {
      expect([language, faultsOf(assistantIn(language, { voiceProvider, voiceId }))]).toEqual([language, []]);
    }
  });

  it('would be refused with what Vapi does not know', () => {
    const body = assistantBody(assistantIn('fr-FR'), { toolIds: [], server });
    expect(check('CreateAssistantDTO', { ...body, greeting: 'Bonjour' })).not.toEqual([]);
    expect(check('CreateAssistantDTO', { ...body, name: 'x'.repeat(41) })).not.toEqual([]);
  });
});
