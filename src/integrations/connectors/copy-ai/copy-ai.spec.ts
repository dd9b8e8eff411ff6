import { verifyConnection } from '../../access/verify-connection.js';
import type { VendorSettings } from '../../core/vendor-client.js';
import { ConnectorStage } from '../../testing/connector-stage.js';
import { generateContent } from './actions/generate-content.action.js';
import { useCopyTemplate } from './actions/use-copy-template.action.js';
import { copyAi } from './copy-ai.connector.js';
import { WorkflowNotChosen } from './workflow-not-chosen.js';
import { workflowFor } from './workflows.js';

const runId = 'WRUN-0d4c7f2e-90a1-4c0f-8f15-3a4f6d2b7c10';

describe('a run of a Copy.ai workflow', () => {
  let stage: ConnectorStage;
  beforeAll(async () => {
    stage = await ConnectorStage.open(copyAi, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  const answering = (look: { status: number; body?: unknown }) => {
    const started = { status: 200, body: { status: 'success', data: { id: runId } } };
    stage.play(({ method }) => (method === 'POST' ? started : look));
  };

  it('is paid once and keeps its id when it cannot be looked up', async () => {
    answering({ status: 503 });
    expect(await generateContent.run(await stage.client(), { brief: 'Un slogan' })).toMatchObject({
      runId,
      status: 'NEW',
    });
    expect(stage.vendor.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('that takes long is told as it stands, within two minutes', async () => {
    answering({ status: 200, body: { status: 'success', data: { id: runId, status: 'PROCESSING' } } });
    expect(await generateContent.run(await stage.client(), { brief: 'Un slogan' })).toMatchObject({
      runId,
      status: 'PROCESSING',
    });
  });

  it('spends nothing on a template that the connection does not name', async () => {
    answering({ status: 500 });
    const stranger = { workflowId: 'WCFG-00000000-e5d7-4c96-92be-cb62bc2777a1', inputs: {} };
    await expect(useCopyTemplate.run(await stage.client(), stranger)).rejects.toMatchObject({
      reason: 'INTEGRATIONS.COPY_AI_WORKFLOW_NOT_CHOSEN',
    });
    expect(stage.vendor.received).toEqual([]);
  });

  it('needs a workflow that exists: the connection test tells which one does not', async () => {
    stage.play(({ url }) => {
      if (url.pathname === '/api/webhook') return { status: 200, body: { total: 0, data: [] } };
      const exists = !url.pathname.includes('WCFG-5475d3a8-e5d7-4c96-92be-cb62bc2777a3');
      if (exists) return { status: 200, body: { status: 'success', data: { total: 0, data: [] } } };
      return { status: 404, body: { status: 'error', errorCode: 'NOT_FOUND' } };
    });
    expect(await verifyConnection(copyAi, await stage.client())).toMatchObject({
      outcome: 'RIGHTS_MISSING',
      missing: ['workflow WCFG-5475d3a8-e5d7-4c96-92be-cb62bc2777a3'],
    });
  });
});

describe('workflowFor', () => {
  const nothing = () => undefined;
  const settings: VendorSettings = {
    text: () => 'Input 1',
    optionalText: nothing,
    fact: () => '',
    optionalFact: nothing,
  };

  const unfilled = (act: () => unknown) => {
    try {
      return act();
    } catch (error) {
      if (error instanceof WorkflowNotChosen) return error.fields?.map(({ path }) => path);
      throw error;
    }
  };

  it('says which field is to be filled', () => {
    expect(unfilled(() => workflowFor(settings, 'brainstorming'))).toEqual(['brainstormingWorkflowId']);
  });
});
