import { ConnectorStage } from '../../testing/connector-stage.js';
import { runLargeReport } from './actions/run-large-report.action.js';
import { runReport } from './actions/run-report.action.js';
import { salesforce } from './salesforce.connector.js';

const reportId = '00O8d000001AbCdEAK';

describe('reports of Salesforce', () => {
  let stage: ConnectorStage;
  beforeAll(async () => {
    stage = await ConnectorStage.open(salesforce, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  it('are run as they were saved where no filter is given', async () => {
    stage.play(() => ({ status: 200, body: { allData: false, reportMetadata: { name: 'Ventes' }, factMap: {} } }));
    expect(await runReport.run(await stage.client(), { reportId })).toMatchObject({ name: 'Ventes', complete: false });
    expect(stage.vendor.received.map(({ method, body }) => [method, body])).toEqual([['GET', '']]);
  });

  it('that take long are left running, and looked at again without a second start', async () => {
    stage.play(({ method }) =>
      method === 'POST'
        ? { status: 200, body: { id: '0LG8d000000AbCdEAK', status: 'New' } }
        : { status: 200, body: { attributes: { status: 'Running' } } },
    );
    const first = await runLargeReport.run(await stage.client(), { reportId });
    expect(first).toEqual({ instanceId: '0LG8d000000AbCdEAK', status: 'Running', report: null });
    expect(stage.vendor.received).toHaveLength(21);

    stage.play(() => ({ status: 200, body: { attributes: { status: 'Error' } } }));
    const again = await runLargeReport.run(await stage.client(), { reportId, instanceId: '0LG8d000000AbCdEAK' });
    expect(again).toMatchObject({ status: 'Error', report: null });
    expect(stage.vendor.received.map(({ method }) => method)).toEqual(['GET']);
  });
});
