import { verifyConnection } from '../../access/verify-connection.js';
import { ConnectorStage } from '../../testing/connector-stage.js';
import { amplitude } from './amplitude.connector.js';

describe('connection test of Amplitude', () => {
  let stage: ConnectorStage;

  beforeAll(async () => {
    stage = await ConnectorStage.open(amplitude, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  it.each([401, 403])('names the region that keys belong to, where the other one answers %d', async (status) => {
    stage.play(({ url }) => (url.hostname === 'amplitude.com' ? { status } : { status: 200, body: { data: [] } }));

    const verdict = await verifyConnection(amplitude, await stage.client());

    expect(verdict.outcome).toBe('CREDENTIALS_REFUSED');
    expect(verdict.message?.en).toContain('"eu"');
  });
});
