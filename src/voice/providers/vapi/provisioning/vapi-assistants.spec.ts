import fc from 'fast-check';
import { z } from 'zod';
import { languageChoices } from '../../../assistants/catalogue/options.js';
import { settleProviders } from '../../../assistants/settle-providers.js';
import { VoiceAssistant, type AssistantTool } from '../../../assistants/voice-assistant.entity.js';
import { planAssistant, type AssistantWish, type VapiBelongings } from './plan-assistant.js';
import { AccountInMemory } from './testing/account-in-memory.js';
import { toolBodies, type VapiToolServer } from './tool-body.js';
import { VapiAssistants } from './vapi-assistants.js';

const secretServer: VapiToolServer = { url: 'https://agents.example.com/hook', headers: { 'X-Vapi-Secret': 'canary' } };
const server: VapiToolServer = { url: 'https://agents.example.com/hook', credentialId: 'c1' };
const own = ['transfer_to_human', 'leave_message', 'availability_read'];

function toolOf(key: string): AssistantTool {
  const kind = own.includes(key) ? 'OURS' : 'VAPI_NATIVE';
  return { key, kind, sayOnStart: null, sayOnDone: null, sayOnFailure: null };
}

function assistantOf(fields: Partial<VoiceAssistant> = {}): VoiceAssistant {
  const language = fields.language ?? 'fr-FR';
  return Object.assign(new VoiceAssistant(), {
    id: 'a',
    workspaceId: 'w',
    name: 'Le Gourmet',
    language,
    otherLanguages: [],
    timeZone: 'Europe/Paris',
    personality: 'WARM',
    context: 'Restaurant.',
    firstMessage: 'Bonjour.',
    transferNumber: null,
    recordingEnabled: true,
    tools: [toolOf('leave_message')],
    vapiAssistantId: null,
    ...settleProviders({}, language),
    ...fields,
  });
}

function wishOf(assistant: VoiceAssistant, belongings: VapiBelongings | null, at = server): AssistantWish {
  const definitionOf = (name: string) => ({
    name,
    label: { en: name, fr: name },
    description: 'Does it.',
    input: z.object({}),
  });
  const { tools, language, transferNumber } = assistant;
  const bodies = toolBodies(tools, { language, transferNumber, server: at, definitionOf });
  return { assistant, bodies, server: at, belongings };
}

/** What provisioning does, and remembers. */
class Keeping {
  readonly account = new AccountInMemory();
  readonly keeper = new VapiAssistants(this.account.api);
  belongings: VapiBelongings | null = null;
  vapiAssistantId: string | null = null;

  async keep(fields: Partial<VoiceAssistant> = {}, at = server): Promise<string[]> {
    const before = this.account.writes.length;
    const kept = await this.keeper.keep(this.wish(fields, at), await this.keeper.read());
    Object.assign(this, kept);
    return this.account.writes.slice(before);
  }

  async plan(fields: Partial<VoiceAssistant> = {}, at = server) {
    return planAssistant(this.wish(fields, at), await this.keeper.read()).changes;
  }

  wish(fields: Partial<VoiceAssistant>, at = server): AssistantWish {
    return wishOf(assistantOf({ vapiAssistantId: this.vapiAssistantId, ...fields }), this.belongings, at);
  }

  get live() {
    return this.account.list('assistant')[0] ?? { id: '' };
  }
}

const tags = languageChoices().map(({ key }) => key);
const declarations = fc.record({
  name: fc.constantFrom('Le Gourmet', 'Accueil'),
  language: fc.constantFrom(...tags),
  otherLanguages: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 3 }),
  personality: fc.constantFrom('WARM' as const, 'CONCISE' as const),
  context: fc.string({ minLength: 1 }),
  firstMessage: fc.string({ minLength: 1 }),
  transferNumber: fc.constantFrom(null, '+33123456789', '+33987654321'),
  recordingEnabled: fc.boolean(),
  voiceProvider: fc.constantFrom('11labs', 'azure', 'vapi', 'cartesia'),
  transcriberProvider: fc.constantFrom('deepgram', 'gladia', 'soniox', 'speechmatics', 'openai'),
  tools: fc
    .uniqueArray(fc.constantFrom(...own, 'endCall', 'transferCall', 'sms'), { maxLength: 6 })
    .map((keys) => keys.map(toolOf)),
});
const servers = fc.constantFrom(server, secretServer, { ...server, url: 'https://moved.example.com/hook' });

describe('an assistant at Vapi', () => {
  it('is as declared after any change, and a second time nothing is written', async () => {
    const lives = fc.array(fc.tuple(declarations, servers), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const keeping = new Keeping();
        for (const [declared, at] of life) {
          await keeping.keep(declared, at);
          expect(await keeping.plan(declared, at)).toEqual([]);
          expect(await keeping.keep(declared, at)).toEqual([]);
        }
        expect(keeping.account.list('assistant')).toHaveLength(1);
        expect(keeping.account.list('tool')).toHaveLength(new Set(keeping.belongings?.tools.map(({ id }) => id)).size);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what others have set, and is no different for it', async () => {
    const keeping = new Keeping();
    await keeping.keep();
    const { model, voice, server: at } = keeping.live as Record<string, object>;
    const others = keeping.account.add('tool', { type: 'dtmf' });
    const { toolIds } = model as { toolIds: string[] };
    keeping.account.change('assistant', keeping.live.id, {
      model: { ...model, maxTokens: 500, toolIds: [others, ...toolIds] },
      voice: { ...voice, speed: 1.1 },
      server: { ...at, headers: { 'X-Own': '1' } },
      hooks: [{ on: 'call.ending' }],
    });
    expect(await keeping.plan()).toEqual([]);
    await keeping.keep({ firstMessage: 'Bonsoir.', context: 'Plus rien.' });
    expect(keeping.live).toMatchObject({
      model: { maxTokens: 500, toolIds: [others, ...toolIds] },
      voice: { speed: 1.1 },
      server: { headers: { 'X-Own': '1' } },
      hooks: [{ on: 'call.ending' }],
    });
  });

  it('differs field by field in words, without secrets', async () => {
    const keeping = new Keeping();
    await keeping.keep({}, secretServer);
    keeping.account.change('assistant', keeping.live.id, {
      firstMessage: 'Yo.',
      server: { url: 'https://elsewhere.example.com', headers: { 'X-Vapi-Secret': 'another' } },
    });
    const changes = await keeping.plan({}, secretServer);
    expect(changes.map(({ target, action }) => `${action} ${target}`)).toEqual(
      expect.arrayContaining([
        'UPDATE assistant.firstMessage',
        'UPDATE assistant.server.url',
        'UPDATE assistant.server.headers',
      ]),
    );
    expect(changes.find(({ target }) => target === 'assistant.firstMessage')).toMatchObject({
      before: 'Yo.',
      after: 'Je suis un assistant vocal, une intelligence artificielle. Bonjour.',
    });
    expect(JSON.stringify(changes)).not.toMatch(/canary|another/);
  });

  it('is found again by its mark when its making was never answered', async () => {
    const keeping = new Keeping();
    await keeping.keep();
    const { id } = keeping.live;
    Object.assign(keeping, { vapiAssistantId: null, belongings: null });
    expect(await keeping.keep()).toEqual([]);
    expect([keeping.vapiAssistantId, keeping.account.list('assistant').length]).toEqual([id, 1]);
  });

  it('puts callers through by Vapi where there is a number, and takes messages where there is none', async () => {
    const keeping = new Keeping();
    const tools = [toolOf('transfer_to_human')];
    const offered = () => keeping.account.list('tool').map(({ type }) => type);
    await keeping.keep({ tools });
    expect(offered()).toEqual(['function']);
    await keeping.keep({ tools, transferNumber: '+33123456789' });
    expect(offered()).toEqual(['transferCall']);
    expect(keeping.account.list('tool')[0]).toMatchObject({
      destinations: [
        {
          number: '+33123456789',
          message: expect.stringContaining('ne quittez pas') as unknown,
          transferPlan: {
            mode: 'warm-transfer-experimental',
            summaryPlan: { enabled: true },
            fallbackPlan: { message: expect.stringContaining('laisser un message') as unknown, endCallEnabled: false },
          },
        },
      ],
    });
  });

  it('leaves alone a tool that somebody else has for another number', async () => {
    const keeping = new Keeping();
    const destinations = [{ type: 'number', number: '+33111111111' }];
    const theirs = keeping.account.add('tool', { type: 'transferCall', destinations });
    await keeping.keep({ tools: [toolOf('transferCall')], transferNumber: '+33123456789' });
    expect(keeping.account.list('tool').find(({ id }) => id === theirs)).toMatchObject({ destinations });
    expect((keeping.live as { model?: { toolIds: string[] } }).model?.toolIds).not.toContain(theirs);
  });

  it('goes with its tools, but for those that others have', async () => {
    const keeping = new Keeping();
    const tools = [toolOf('leave_message'), toolOf('endCall')];
    await keeping.keep({ tools });
    const shared = keeping.belongings?.tools.find(({ key }) => key === 'endCall')?.id ?? '';
    const other = keeping.account.add('assistant', { model: { provider: 'openai', toolIds: [shared] } });
    const farewell = { ...keeping.wish({ tools }), url: server.url };
    await keeping.keeper.remove(farewell, await keeping.keeper.read());
    expect(keeping.account.list('assistant').map(({ id }) => id)).toEqual([other]);
    expect(keeping.account.list('tool').map(({ id }) => id)).toEqual([shared]);
    await keeping.keeper.remove(farewell, await keeping.keeper.read());
  });

  it('stays when it does not carry our mark', async () => {
    const keeping = new Keeping();
    const vapiAssistantId = keeping.account.add('assistant', { name: 'Somebody’s', model: { provider: 'openai' } });
    const farewell = { ...keeping.wish({ vapiAssistantId }), url: server.url };
    await keeping.keeper.remove(farewell, await keeping.keeper.read());
    expect(keeping.account.writes).toEqual([]);
  });

  it('is refused where another tool of the same name would be in the way', async () => {
    const keeping = new Keeping();
    const theirs = {
      type: 'function',
      function: { name: 'leave_message' },
      server: { url: 'https://theirs.example.com' },
    };
    const toolId = keeping.account.add('tool', theirs);
    const model = { provider: 'openai', model: 'gpt-4.1', toolIds: [toolId] };
    const vapiAssistantId = keeping.account.add('assistant', { model });
    await expect(keeping.keep({ vapiAssistantId })).rejects.toMatchObject({ reason: 'VOICE.TOOLS_CLASH' });
    expect(keeping.account.writes).toEqual([]);
  });

  it('needs to be told elsewhere where a provider of one’s own answers', async () => {
    const keeping = new Keeping();
    const custom = { modelProvider: 'custom-llm', model: 'mine' };
    await expect(keeping.keep(custom)).rejects.toMatchObject({ reason: 'VOICE.PROVIDER_NEEDS_ADDRESS' });
    const model = { provider: 'custom-llm', model: 'mine', url: 'https://llm.example.com' };
    const vapiAssistantId = keeping.account.add('assistant', { model });
    await keeping.keep({ ...custom, vapiAssistantId });
    expect(keeping.live).toMatchObject({ model: { url: 'https://llm.example.com' } });
  });
});
