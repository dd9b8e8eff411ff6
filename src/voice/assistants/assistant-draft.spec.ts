import { InvalidInput, parseInput } from '../../kernel/errors/index.js';
import { draftAssistant, reviseAssistant } from './assistant-draft.js';
import { createAssistantInput, updateAssistantInput } from './assistant-input.js';

const facts = { clientName: 'Le Gourmet', timeZone: 'Europe/Paris', tools: [] };

function draft(input: object) {
  return draftAssistant(parseInput(createAssistantInput, { context: 'Restaurant', ...input }), facts);
}

function revise(current: ReturnType<typeof draft>, input: object, after = 'Le Gourmet') {
  const clientNames = { before: 'Le Gourmet', after };
  return reviseAssistant(current, parseInput(updateAssistantInput, input), { clientNames, tools: current.tools });
}

function faultsOf(act: () => unknown): Record<string, { en: string; fr: string }> {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInput) {
      return Object.fromEntries((error.fields ?? []).map(({ path, message }) => [path, message]));
    }
    throw error;
  }
  return {};
}

describe('a new assistant', () => {
  it('needs a context only', () => {
    expect(draft({})).toEqual({
      name: 'Le Gourmet',
      phoneNumber: null,
      route: 'VAPI',
      active: true,
      language: 'fr-FR',
      otherLanguages: [],
      timeZone: 'Europe/Paris',
      modelProvider: 'openai',
      model: 'gpt-4.1',
      voiceProvider: '11labs',
      voiceId: 'McVZB9hVxVSk3Equu8EH',
      transcriberProvider: 'deepgram',
      transcriberModel: 'nova-3',
      personality: 'PROFESSIONAL',
      context: 'Restaurant',
      firstMessage:
        'Bonjour, Le Gourmet à votre écoute. Je suis un assistant vocal, une intelligence artificielle. Cet appel peut être enregistré. Comment puis-je vous aider ?',
      transferNumber: null,
      recordingEnabled: true,
      tools: [],
    });
  });

  it('takes null for not given', () => {
    expect(draft({ name: null, language: null, phoneNumber: null, tools: null })).toEqual(draft({}));
  });

  it.each([
    ['en', 'artificial intelligence'],
    ['es-MX', 'inteligencia artificial'],
    ['ja', 'AI'],
    ['fi-FI', 'artificial intelligence'],
  ])('greets in %s and says that it is an AI', (language, words) => {
    const { firstMessage } = draft({ language });
    expect(firstMessage).toContain(words);
    expect(firstMessage).toContain('Le Gourmet');
  });

  it('speaks of a recording only when it records', () => {
    expect(draft({ recordingEnabled: false }).firstMessage).not.toContain('enregistré');
  });

  it('puts a client’s name into the greeting as it is', () => {
    const { firstMessage } = draftAssistant(parseInput(createAssistantInput, { context: 'x' }), {
      ...facts,
      clientName: '$& {recording} & Co',
    });
    expect(firstMessage).toContain('$& {recording} & Co à votre écoute');
  });

  it('cuts a long client’s name to what Vapi takes', () => {
    const long = draftAssistant(parseInput(createAssistantInput, { context: 'x' }), {
      ...facts,
      clientName: 'é'.repeat(60),
    });
    expect([...long.name]).toHaveLength(40);
    const emoji = draftAssistant(parseInput(createAssistantInput, { context: 'x' }), {
      ...facts,
      clientName: `a${'🍷'.repeat(30)}`,
    });
    expect(emoji.name).toBe(`a${'🍷'.repeat(19)}`);
  });

  it('canonicalises languages, and lists each other one once', () => {
    const { language, otherLanguages } = draft({ language: 'FR-fr', otherLanguages: ['EN-gb', 'en-GB', 'fr-FR'] });
    expect({ language, otherLanguages }).toEqual({ language: 'fr-FR', otherLanguages: ['en-GB'] });
  });

  it('takes any model name of a provider that has no list', () => {
    expect(draft({ modelProvider: 'openrouter', model: 'mistral/anything-7b' })).toMatchObject({
      modelProvider: 'openrouter',
      model: 'mistral/anything-7b',
    });
  });

  it('takes the first choice of a provider', () => {
    expect(draft({ modelProvider: 'anthropic', voiceProvider: 'azure', transcriberProvider: 'gladia' })).toMatchObject({
      model: 'claude-sonnet-5',
      voiceId: 'fr-FR-DeniseNeural',
      transcriberModel: 'solaria-1',
    });
  });

  it.each([
    [{ phoneNumber: '0123456789' }, 'input.phoneNumber'],
    [{ transferNumber: '+33 1 23' }, 'input.transferNumber'],
    [{ language: 'french' }, 'input.language'],
    [{ language: 'fr_FR' }, 'input.language'],
    [{ otherLanguages: ['en', 'xx'] }, 'input.otherLanguages.1'],
    [{ timeZone: 'Paris' }, 'input.timeZone'],
    [{ clientEmail: 'contact(at)legourmet.fr' }, 'input.clientEmail'],
    [{ personality: 'GRUMPY' }, 'input.personality'],
    [{ context: '' }, 'input.context'],
    [{ context: 'a\u0000b' }, 'input.context'],
    [{ context: 'a\ud800b' }, 'input.context'],
    [{ tools: [{ key: 'endCall', sayOnStart: '\udfff' }] }, 'input.tools.0.sayOnStart'],
    [{ clientId: 'client_1', clientName: 'X' }, 'input.clientName'],
    [{ active: 'yes' }, 'input.active'],
    [{ model: 7 }, 'input.model'],
    [{ tools: 'all' }, 'input.tools'],
    [{ voiceProvider: 'hume' }, 'input.voiceId'],
    [{ modelProvider: 'together-ai' }, 'input.model'],
  ])('refuses %j, by its field and in both languages', (input, path) => {
    const faults = faultsOf(() => draft(input));
    expect(Object.keys(faults)).toEqual([path]);
    expect(faults[path]?.en).toBeTruthy();
    expect(faults[path]?.fr).not.toBe(faults[path]?.en);
  });

  it.each([
    ['name', 41],
    ['context', 20_001],
    ['firstMessage', 1_001],
  ])('bounds the length of %s', (field, length) => {
    expect(Object.keys(faultsOf(() => draft({ [field]: 'x'.repeat(length) })))).toEqual([`input.${field}`]);
  });

  it('names a field that does not exist', () => {
    const faults = faultsOf(() => draft({ contexte: 'x' }));
    expect(faults.input).toEqual({ en: 'Unknown field: contexte.', fr: 'Champ inconnu : contexte.' });
  });

  it.each([
    [{ modelProvider: 'opnai' }, 'input.modelProvider', 'openai'],
    [{ voiceProvider: 'elevenlabs' }, 'input.voiceProvider', '11labs'],
    [{ transcriberProvider: 'deepgramm' }, 'input.transcriberProvider', 'deepgram'],
    [{ model: 'gpt-4o-mni' }, 'input.model', 'gpt-4o-mini'],
    [{ modelProvider: 'anthropic', model: 'claude-sonnet' }, 'input.model', 'claude-sonnet-5'],
    [{ transcriberProvider: 'gladia', transcriberModel: 'acurate' }, 'input.transcriberModel', 'accurate'],
  ])('suggests what is nearest to %j', (input, path, suggestion) => {
    const faults = faultsOf(() => draft(input));
    expect(faults[path]?.en).toContain(suggestion);
    expect(faults[path]?.fr).toContain(suggestion);
  });
});

describe('a changed assistant', () => {
  it('keeps what is not mentioned', () => {
    const current = draft({ firstMessage: 'Allô !', transferNumber: '+33123456789' });
    expect(revise(current, {})).toEqual(current);
    expect(revise(current, { active: false })).toEqual({ ...current, active: false });
  });

  it('empties what may be empty by null', () => {
    const current = draft({ phoneNumber: '+33123456789', transferNumber: '+33123456788' });
    expect(revise(current, { phoneNumber: null, transferNumber: null, transcriberModel: null })).toMatchObject({
      phoneNumber: null,
      transferNumber: null,
      transcriberModel: null,
    });
  });

  it('lets a generated greeting follow language, client and recording', () => {
    const current = draft({});
    expect(revise(current, { language: 'en' }).firstMessage).toContain('you have reached Le Gourmet');
    expect(revise(current, {}, 'Chez Paul').firstMessage).toContain('Chez Paul');
    expect(revise(current, { recordingEnabled: false }).firstMessage).not.toContain('enregistré');
  });

  it('leaves a greeting that the owner wrote, until it is asked for again', () => {
    const current = draft({ firstMessage: 'Allô !' });
    expect(revise(current, { language: 'en' }).firstMessage).toBe('Allô !');
    expect(revise(current, { firstMessage: null }).firstMessage).toContain('Bonjour, Le Gourmet');
  });

  it('takes the first model of a new provider, and keeps the voice', () => {
    const current = draft({ model: 'gpt-4o' });
    const changed = revise(current, { modelProvider: 'anthropic' });
    expect(changed).toMatchObject({ model: 'claude-sonnet-5', voiceId: current.voiceId });
    expect(revise(current, { modelProvider: 'openai' }).model).toBe('gpt-4o');
  });
});
