import { verifyConnection } from '../../access/verify-connection.js';
import { Secret } from '../../../kernel/config/index.js';
import { CredentialValues } from '../../core/credential-values.js';
import { ConnectorStage } from '../../testing/connector-stage.js';
import { scheduleCampaign } from './actions/schedule-campaign.action.js';
import { sendCampaign } from './actions/send-campaign.action.js';
import { apiKey } from './mailchimp.auth.js';
import { readMailchimpFault } from './mailchimp-fault.js';
import { mailchimp } from './mailchimp.connector.js';

describe('Mailchimp', () => {
  let stage: ConnectorStage;

  beforeAll(async () => {
    stage = await ConnectorStage.open(mailchimp, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  it.each([
    { action: sendCampaign, input: { campaignId: 'c1' } },
    { action: scheduleCampaign, input: { campaignId: 'c1', sendAt: '2026-11-27T07:15:00Z' } },
  ])('$action.key asks for no sending of a campaign that is not ready, and says why', async ({ action, input }) => {
    const items = [
      { type: 'success', heading: 'Audience', details: '420 contacts' },
      { type: 'error', heading: 'From', details: 'The domain is not verified' },
    ];
    stage.play(() => ({ status: 200, body: { is_ready: false, items } }));

    const outcome = await action.run(await stage.client(), input);

    expect(outcome).toEqual({ status: 'not_ready', problems: ['From: The domain is not verified'] });
    expect(stage.vendor.received.map(({ method }) => method)).toEqual(['GET']);
  });

  it.each(['0123456789abcdef', '0123456789abcdef-', 'key-evil.example/', 'key-us21.evil'])(
    'calls nobody for the key "%s", which names no data center',
    async (key) => {
      stage.play(() => ({ status: 200, body: {} }));
      const values = new CredentialValues(apiKey.fields, new Map([['apiKey', new Secret(key)]]));

      const obtained = apiKey.grant?.obtain?.(await stage.tokens(), values);

      await expect(obtained).rejects.toMatchObject({ reason: 'INTEGRATIONS.MAILCHIMP_KEY_INCOMPLETE' });
      expect(stage.vendor.received).toEqual([]);
    },
  );

  it.each(['<html>Forbidden</html>', ''])('waits a minute after the 403 %j, which is no problem of rights', (text) => {
    expect(readMailchimpFault({ status: 403, headers: {}, text })).toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 60_000,
    });
  });

  it('tells an exhausted account from refused credentials', async () => {
    stage.play(() => ({ status: 429, body: { title: 'Too Many Requests', status: 429, detail: 'Slow down.' } }));

    expect((await verifyConnection(mailchimp, await stage.client())).outcome).toBe('UNAVAILABLE');
  });
});
