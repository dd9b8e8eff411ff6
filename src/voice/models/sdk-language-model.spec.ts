import { randomBytes } from 'node:crypto';
import { Config } from '../../kernel/config/index.js';
import { HttpClient, UpstreamUnavailable } from '../../kernel/http/index.js';
import { ScriptedModel } from '../../../test/support/scripted-model.js';
import type { ModelRequest } from './language-model.js';
import { ModelAnswerUnreadable, ModelNotSetUp } from './models.errors.js';
import { SdkLanguageModel } from './sdk-language-model.js';

const apiKey = 'sk-of-tests';
const required = {
  NODE_ENV: 'test',
  DATA_DIR: '/tmp',
  JWT_SECRET: 'a secret of tests that is long enough',
  ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
};
const book = {
  name: 'book',
  description: 'Books a table.',
  parameters: { type: 'object', properties: { guests: { type: 'number' } }, required: ['guests'] },
};
const asked = (more: Partial<ModelRequest> = {}): ModelRequest => ({
  provider: 'openai',
  model: 'gpt-4.1',
  system: 'Vous répondez au téléphone.',
  messages: [
    { role: 'assistant', text: 'Bonjour.' },
    { role: 'caller', text: 'Une table pour quatre.' },
  ],
  tools: [book],
  signal: AbortSignal.timeout(5_000),
  ...more,
});

let server: ScriptedModel;
let http: HttpClient;
let model: SdkLanguageModel;

const modelWith = (env: Record<string, string>) => new SdkLanguageModel(Config.read({ ...required, ...env }), http);

beforeAll(async () => {
  server = await ScriptedModel.open({ apiKey, script: ['Bonsoir.'] });
  http = new HttpClient();
  model = modelWith({ OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: server.url });
});
afterAll(async () => {
  await http.onApplicationShutdown();
  await server.close();
});

describe('SdkLanguageModel', () => {
  it('tells the model the whole conversation, and brings back its words with what they took', async () => {
    server.play(['Avec plaisir.']);
    const answer = await model.answer(asked());
    expect(answer).toMatchObject({ text: 'Avec plaisir.', toolCalls: [] });
    expect(answer.usage.input).toBeGreaterThan(0);
    expect(server.asked.at(-1)).toMatchObject({
      model: 'gpt-4.1',
      system: 'Vous répondez au téléphone.',
      tools: ['book'],
      said: 'Une table pour quatre.',
    });
  });

  it('brings back the tools that it asks for, and tells it what they returned', async () => {
    server.play([{ calls: [{ name: 'book', arguments: { guests: 4 } }] }, 'C’est noté.']);
    const { toolCalls } = await model.answer(asked());
    expect(toolCalls).toMatchObject([{ name: 'book', arguments: { guests: 4 } }]);
    const steps: ModelRequest['messages'] = [
      { role: 'caller', text: 'Une table pour quatre.' },
      { role: 'assistant', text: '', calls: toolCalls },
      { role: 'results', results: toolCalls.map(({ id, name }) => ({ id, name, text: 'Réservé.' })) },
    ];
    expect((await model.answer(asked({ messages: steps }))).text).toBe('C’est noté.');
    expect(server.asked.at(-1)?.results).toEqual(['Réservé.']);
  });

  it('asks once, and says that the vendor is away', async () => {
    server.play([{ fails: 500 }]);
    const before = server.asked.length;
    await expect(model.answer(asked())).rejects.toBeInstanceOf(UpstreamUnavailable);
    expect(server.asked.length - before).toBe(1);
  });

  it('gives up when it is told to', async () => {
    server.play([{ hangs: true }]);
    const signal = AbortSignal.timeout(50);
    const reason = await model.answer(asked({ signal })).catch((error: unknown) => error);
    expect(reason).toBe(signal.reason);
  });

  it('does not take nonsense for an answer', async () => {
    server.play([{ raw: '<html>Bad gateway</html>' }]);
    await expect(model.answer(asked())).rejects.toBeInstanceOf(ModelAnswerUnreadable);
  });

  it.each([
    ['openai', 'OPENAI_API_KEY'],
    ['anthropic', 'ANTHROPIC_API_KEY'],
    ['groq', 'OPENAI_BASE_URL'],
  ])('says which setting is missing for %s', async (provider, setting) => {
    const error = await modelWith({})
      .answer(asked({ provider }))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ModelNotSetUp);
    expect((error as ModelNotSetUp).safeMessage.fr).toContain(setting);
  });
});
