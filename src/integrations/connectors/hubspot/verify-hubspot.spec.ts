import { ConnectorStage } from '../../testing/connector-stage.js';
import { hubspot } from './hubspot.connector.js';

const noScope = {
  status: 403,
  body: { status: 'error', message: 'scopes', category: 'MISSING_SCOPES', context: { missingScopes: ['oauth'] } },
};

describe('connection test of HubSpot', () => {
  let stage: ConnectorStage;
  beforeAll(async () => {
    stage = await ConnectorStage.open(hubspot, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  it('takes a key that may read contacts, but not the account', async () => {
    stage.play(({ method }) => (method === 'GET' ? noScope : { status: 200, body: { total: 3, results: [] } }));
    expect(await hubspot.verify(await stage.client())).toEqual({ accountName: null });
    expect(stage.vendor.received.map(({ url }) => url.pathname)).toEqual([
      '/account-info/2026-09/details',
      '/crm/objects/2026-09/contacts/search',
    ]);
  });

  it('tells that a key may read the account, but no contacts', async () => {
    const account = { status: 200, body: { portalId: 24680135, accountType: 'STANDARD' } };
    stage.play(({ method }) => (method === 'GET' ? account : noScope));
    await expect(hubspot.verify(await stage.client())).rejects.toMatchObject({ reason: 'HTTP.RIGHTS_MISSING' });
  });

  it('does not take a refused key for one that lacks a scope', async () => {
    stage.play(() => ({ status: 401, body: { message: 'expired', category: 'EXPIRED_AUTHENTICATION' } }));
    await expect(hubspot.verify(await stage.client())).rejects.toMatchObject({ reason: 'HTTP.CREDENTIAL_REJECTED' });
    expect(stage.vendor.received).toHaveLength(1);
  });
});
