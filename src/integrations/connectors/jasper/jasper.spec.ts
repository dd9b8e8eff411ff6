import { ConnectorStage } from '../../testing/connector-stage.js';
import { generateCopy } from './actions/generate-copy.action.js';
import { runAgentTask } from './actions/run-agent-task.action.js';
import { runTemplate } from './actions/run-template.action.js';
import { jasper } from './jasper.connector.js';

describe('Jasper', () => {
  let stage: ConnectorStage;
  beforeAll(async () => {
    stage = await ConnectorStage.open(jasper, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  const methods = () => stage.vendor.received.map(({ method }) => method);

  it('is paid for no template that lacks an input', async () => {
    const inputSchema = [
      { inputKey: 'productName', required: true },
      { inputKey: 'features', required: false },
    ];
    stage.play(() => ({ status: 200, body: { data: { id: 'skl_1', inputSchema } } }));
    await expect(
      runTemplate.run(await stage.client(), { templateId: 'skl_1', inputs: { features: 'x' } }),
    ).rejects.toMatchObject({ kind: 'invalid_input', safeMessage: { en: 'Give these inputs as well: productName.' } });
    expect(methods()).toEqual(['GET']);
  });

  it('is paid for no agent task that lacks an input', async () => {
    const contextItems = [{ id: 'c1', name: 'Topic', required: true }];
    stage.play(() => ({ status: 200, body: { data: { id: 'agt_1', name: 'Blog', contextItems } } }));
    await expect(runAgentTask.run(await stage.client(), { taskId: 'agt_1' })).rejects.toMatchObject({
      reason: 'INTEGRATIONS.JASPER_INPUT_MISSING',
    });
    expect(methods()).toEqual(['GET']);
  });

  it('writes in the voice that the action names rather than in that of the connection', async () => {
    stage.play(() => ({ status: 201, body: { data: [] } }));
    await generateCopy.run(await stage.client(), { command: 'Un slogan', toneId: 'ton_other' });
    expect(JSON.parse(stage.vendor.received[0]?.body ?? '')).toMatchObject({ inputs: { toneId: 'ton_other' } });
  });

  it('does not search and scrape at once', async () => {
    stage.play(() => ({ status: 500 }));
    const both = { command: 'x', webSearch: {}, webScraper: { urls: ['https://acme.example'] } };
    await expect(generateCopy.run(await stage.client(), both)).rejects.toMatchObject({ kind: 'invalid_input' });
    expect(methods()).toEqual([]);
  });
});
