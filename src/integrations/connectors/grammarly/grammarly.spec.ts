import { CredentialRejected, UpstreamRefused } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { ConnectorStage } from '../../testing/connector-stage.js';
import { scoreText } from './actions/score-text.action.js';
import { grammarly } from './grammarly.connector.js';
import { verifyGrammarly } from './verify-grammarly.js';

const text = 'word '.repeat(30);
const requestId = '6f1f0e0a-2b1e-4b7e-9a53-0c9d1b0c7d11';
const upload = 'https://uploads.s3.us-east-1.amazonaws.com/6f1f.txt?X-Amz-Signature=5f2c';

describe('a text handed in to Grammarly', () => {
  let stage: ConnectorStage;
  beforeAll(async () => {
    stage = await ConnectorStage.open(grammarly, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  const answering = (look: { status: number; body?: unknown }, address = upload) => {
    stage.play(({ method }) => {
      if (method === 'POST') return { status: 200, body: { score_request_id: requestId, file_upload_url: address } };
      return method === 'PUT' ? { status: 200 } : look;
    });
  };

  it('is not lost when its score cannot be looked up', async () => {
    answering({ status: 503 });
    const pending = { requestId, status: 'PENDING', score: null };
    expect(await scoreText.run(await stage.client(), { text })).toEqual(pending);
  });

  it('is waited for a minute and no longer', async () => {
    answering({ status: 200, body: { score_request_id: requestId, status: 'PENDING' } });
    const waits: number[] = [];
    const wait = async (ms: number) => void waits.push(ms);
    expect(await scoreText.run(await stage.client({ wait }), { text })).toMatchObject({ status: 'PENDING' });
    expect(waits.reduce((sum, each) => sum + each, 0)).toBe(60_000);
  });

  it('goes up without our token', async () => {
    answering({ status: 200, body: { score_request_id: requestId, status: 'FAILED' } });
    await scoreText.run(await stage.client(), { text });
    const sent = stage.vendor.received.find(({ method }) => method === 'PUT');
    expect(sent?.body).toBe(text);
    expect(sent?.headers).not.toHaveProperty('authorization');
  });

  it.each(['https://evil.example/x', 'https://uploads.s3.evil.example/x'])('goes nowhere else: %s', async (address) => {
    answering({ status: 200 }, address);
    await expect(scoreText.run(await stage.client(), { text })).rejects.toMatchObject({
      reason: 'HTTP.ADDRESS_REFUSED',
    });
    expect(stage.vendor.received.map(({ method }) => method)).toEqual(['POST']);
  });

  it('has to have thirty words', async () => {
    stage.play(() => ({ status: 500 }));
    await expect(scoreText.run(await stage.client(), { text: 'too short' })).rejects.toMatchObject({
      kind: 'invalid_input',
    });
    expect(stage.vendor.received).toEqual([]);
  });
});

describe('connection test of Grammarly without analytics', () => {
  const facts = { target: 'grammarly', method: 'GET', url: 'https://api.grammarly.com', attempts: 1, status: 404 };
  const clientThatMeets = (error: Error) =>
    ({ settings: { text: () => 'plagiarism' }, get: () => Promise.reject(error) }) as unknown as VendorClient;

  it('takes it for a yes that the document it looks for does not exist', async () => {
    const absent = new UpstreamRefused(facts, '', { kind: 'not_found' });
    expect(await verifyGrammarly(clientThatMeets(absent))).toEqual({ accountName: null });
  });

  it('takes a refused token for a no', async () => {
    const refusal = new CredentialRejected(facts);
    await expect(verifyGrammarly(clientThatMeets(refusal))).rejects.toBe(refusal);
  });
});
