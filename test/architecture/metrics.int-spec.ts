import { randomUUID } from 'node:crypto';
import { signUp } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Every series with its value, as a scraper reads them. */
async function scrape(): Promise<Map<string, number>> {
  const reply = await server.client.request('GET', '/metrics');
  expect(reply.status).toBe(200);
  const lines = (await reply.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

/** The sum of all series of a figure whose labels have this in them. */
function total(series: ReadonlyMap<string, number>, name: string, label = ''): number {
  return [...series]
    .filter(([key]) => key.replace(/\{.*/, '') === `agent_builder_${name}` && key.includes(label))
    .reduce((sum, [, value]) => sum + value, 0);
}

function sendEvent(call: string): Promise<Response> {
  const message = { type: 'status-update', status: 'ringing', timestamp: Date.now(), call: { id: call } };
  const platform = server.client.with({ 'x-vapi-secret': server.vapiSecret });
  return platform.request('POST', '/api/v1/webhooks/vapi', { message });
}

describe('/metrics', () => {
  it('follows a webhook from its receipt to its effects', async () => {
    const call = randomUUID();
    for (let time = 0; time < 2; time++) expect((await sendEvent(call)).status).toBe(200);
    await server.client.request('POST', '/api/v1/webhooks/vapi', { message: {} });
    const series = await until(async () => {
      const now = await scrape();
      return total(now, 'webhook_lag_seconds_count') > 0 ? now : null;
    });
    expect(total(series, 'webhook_accepted_total', 'source="vapi"')).toBeGreaterThanOrEqual(1);
    expect(total(series, 'webhook_refused_total', 'source="vapi"')).toBeGreaterThanOrEqual(1);
    expect(total(series, 'webhook_processed_total')).toBeGreaterThanOrEqual(1);
    expect(
      total(series, 'http_request_duration_seconds_count', 'route="/api/v1/webhooks/vapi"'),
    ).toBeGreaterThanOrEqual(3);
    await until(async () => total(await scrape(), 'jobs_total', 'result="completed"') > 0);
    expect(total(await scrape(), 'job_duration_seconds_count')).toBeGreaterThan(0);
    expect(total(await scrape(), 'job_wait_seconds_count')).toBeGreaterThan(0);
  });

  it('tells of operations, requests, queues and every pool of connections', async () => {
    const { client } = await signUp(server.client);
    await client.ask('{ me { id } }');
    await client.request('GET', '/api/voice/calls');
    const series = await scrape();
    expect(total(series, 'graphql_operations_total', 'field="me",outcome="ok"')).toBe(1);
    expect(
      total(series, 'graphql_operation_duration_seconds_count', 'kind="mutation",field="signUp"'),
    ).toBeGreaterThanOrEqual(1);
    expect(total(series, 'http_request_duration_seconds_count', 'route="/api/voice/calls",status="200"')).toBe(1);
    const keys = [...series.keys()];
    for (const pool of ['units_of_work', 'accounts', 'intake', 'relay', 'queue']) {
      expect(keys.filter((key) => key.includes(`db_pool_connections{pool="${pool}",`))).toHaveLength(3);
    }
    expect(keys.filter((key) => key.startsWith('agent_builder_queue_jobs{')).length).toBeGreaterThan(0);
    expect(total(series, 'db_pool_connections', 'pool="units_of_work"')).toBeGreaterThan(0);
    expect(keys).toContain('process_resident_memory_bytes');
  });

  it('has no more to tell after many strange names, addresses and senders', async () => {
    const strange = async (stranger: string) => {
      const client = server.client.with({ 'user-agent': stranger, 'x-request-id': `request-${stranger}` });
      await client.post(`query Q${stranger} { ${stranger}: me { id } }`);
      await client.post(`{ ${stranger} }`);
      await client.request('GET', `/${stranger}?${stranger}=1`);
      await client.request('GET', `/api/voice/assistants/${stranger}`);
      await client.request('DELETE', `/graphql/${stranger}`);
      await client.request('POST', `/api/v1/webhooks/vapi/${stranger}`, {});
      await client.request('POST', `/api/v1/webhooks/${stranger}`, {});
    };
    const told = async () =>
      [...(await scrape()).keys()].filter((key) => /^agent_builder_(http|graphql|webhook)/.test(key));
    await strange('first');
    // The scrape is a request too.
    await scrape();
    const before = new Set(await told());
    for (let index = 0; index < 20; index++) await strange(`stranger${index}`);
    expect((await told()).filter((key) => !before.has(key))).toEqual([]);
  });

  it('holds no id of anybody or anything', async () => {
    const { client, workspaceId } = await signUp(server.client);
    await client.ask('query ($id: ID!) { node(id: $id) { id } }', { id: workspaceId });
    await client.request('GET', `/api/voice/assistants/assistant_${randomUUID()}`);
    await sendEvent(randomUUID());
    const keys = [...(await scrape()).keys()].join('\n');
    expect(keys).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});
