import { ConnectorStage } from '../../testing/connector-stage.js';
import { getAccountPerformance } from './actions/get-account-performance.action.js';
import { getTrendingHashtags } from './actions/get-trending-hashtags.action.js';
import { readTikTokFault } from './tiktok-fault.js';
import { tiktok } from './tiktok.connector.js';
import { verifyTikTok } from './verify-tiktok.js';

describe('a TikTok connection', () => {
  let stage: ConnectorStage;

  beforeAll(async () => {
    stage = await ConnectorStage.open(tiktok, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  const answer = (data: unknown) => {
    stage.play(() => ({ status: 200, body: { code: 0, message: 'OK', data } }));
  };

  it.each(['marketing_token', 'marketing_oauth'])('by %s is tested by its ads account', async (mode) => {
    answer({ list: [{ advertiser_id: '7012345678901234567', name: 'Le Gourmet' }] });
    expect(await verifyTikTok(await stage.client({}, mode))).toEqual({ accountName: 'Le Gourmet', missing: [] });
    const token = stage.secrets.get(mode === 'marketing_token' ? 'marketingAccessToken' : 'accessToken');
    expect(stage.vendor.received.map(({ url, headers }) => [url.pathname, headers['access-token']])).toEqual([
      ['/open_api/v1.3/advertiser/info/', token],
    ]);
  });

  it('whose token does not reach the ads account says so', async () => {
    answer({ list: [] });
    expect((await verifyTikTok(await stage.client({}, 'marketing_token'))).missing).toEqual([
      'advertiser 7012345678901234567',
    ]);
  });

  it('to an ads account alone does not ask for what only the TikTok account tells', async () => {
    answer({});
    const client = await stage.client({}, 'marketing_token');
    await expect(getAccountPerformance.run(client, {})).rejects.toMatchObject({
      reason: 'INTEGRATIONS.TIKTOK_NO_ACCOUNT',
    });
    expect(stage.vendor.received).toEqual([]);
  });

  it('to a TikTok account alone tells that trends need an ads account', async () => {
    answer({});
    const client = await stage.client({}, 'oauth');
    await expect(getTrendingHashtags.run(client, { countryCode: 'FR' })).rejects.toMatchObject({
      reason: 'INTEGRATIONS.TIKTOK_NO_ADS_ACCOUNT',
    });
    expect(stage.vendor.received).toEqual([]);
  });

  it('is not asked for more than the days that TikTok tells', async () => {
    answer({ metrics: [] });
    const client = await stage.client();
    await expect(getAccountPerformance.run(client, { startDate: '2026-09-20' })).rejects.toMatchObject({
      kind: 'invalid_input',
    });
    await expect(getAccountPerformance.run(client, { startDate: '2026-09-22' })).resolves.toEqual({ metrics: [] });
  });
});

describe('TikTok’s refusals', () => {
  const read = (body: unknown) => readTikTokFault({ status: 200, headers: {}, text: JSON.stringify(body) });

  it('are told from its answers by their code', () => {
    expect(read({ code: 0, message: 'OK', data: {} })).toBeNull();
    expect(read({ data: { code: 40001 } })).toBeNull();
    expect(readTikTokFault({ status: 502, headers: {}, text: '<html>Bad gateway</html>' })).toBeNull();
    expect(read({ code: 40007, message: 'Object is not found' })?.kind).toBe('not_found');
    expect(read({ code: 40002, message: 'Invalid value' })?.kind).toBe('invalid_input');
  });

  it('for the limit of a minute keep us away for five', () => {
    expect(read({ code: 40100, message: 'App reaches the QPM limit 600' })?.retryAfterMs).toBe(300_000);
    expect(read({ code: 40100, message: 'App reaches the QPS limit 10' })?.retryAfterMs).toBeUndefined();
  });
});
