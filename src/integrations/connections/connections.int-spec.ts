import { newEmail, signIn, signUp, type Person } from '../../../test/support/people.js';
import { withPlayedVendors } from '../../../test/support/played-vendors.js';
import { queryAsSuperuser } from '../../../test/support/every-row.js';
import { listen } from '../../../test/support/live-client.js';
import { until } from '../../../test/support/until.js';
import { systemContext, uuidv7 } from '../../kernel/context/index.js';
import { testConnectionJob } from './test-connection.job.js';
import { TestConnectionProcessor } from './test-connection.processor.js';

const fields = `id name mode credentialMode status accountName expiresAt testing
  agent { key } integration { id name } credentials { key preview updatedAt }
  lastTest { outcome accountName missing message at } recentCalls { action status error durationMs }`;
const configure = `mutation ($agentId: ID, $name: String, $credentials: [CredentialInput!]!) {
  configureIntegration(agentId: $agentId, integrationId: "freshdesk", name: $name, credentials: $credentials) { ${fields} } }`;
const test = `mutation ($agentId: ID, $name: String) {
  testIntegration(agentId: $agentId, integrationId: "freshdesk", name: $name) { ${fields} } }`;
const disconnect = `mutation ($agentId: ID) { disconnectIntegration(agentId: $agentId, integrationId: "freshdesk") { ${fields} } }`;
const one = `query ($agentId: ID, $name: String) {
  integrationConnection(agentId: $agentId, integrationId: "freshdesk", name: $name) { ${fields} } }`;

const apiKey = 'FreshdeskKey0123456789';
const agentId = 'cassie';
const good = [
  { key: 'subdomain', value: 'acme' },
  { key: 'apiKey', value: apiKey },
];
const agentReply = { status: 200, body: { id: 1, contact: { email: 'ana@acme.example' } } };

const operator = { email: newEmail(), password: 'le mot de passe de l’exploitant' };

function isEndOfTest(line: string, workspace: string): boolean {
  return [testConnectionJob.name, workspace, '"event":"queue.job.'].every((part) => line.includes(part));
}

describe('connections of an agent', () => {
  const played = withPlayedVendors(() => agentReply, {
    ADMIN_EMAIL: operator.email,
    ADMIN_PASSWORD: operator.password,
  });

  const ask = (query: string, variables: Record<string, unknown> = {}) =>
    played.person.client.ask<Record<string, Record<string, unknown>>>(query, { agentId, ...variables });

  it('are not there until something is entered, then show what was entered without showing it', async () => {
    expect(await ask(one)).toEqual({ integrationConnection: null });
    const { configureIntegration: made } = await ask(configure, { credentials: good });
    expect(made).toMatchObject({
      id: expect.stringMatching(/^connection_/) as unknown,
      name: 'default',
      mode: 'VAULTED_HERE',
      credentialMode: 'api_key',
      status: 'CONFIGURED',
      agent: { key: 'cassie' },
      integration: { id: 'freshdesk', name: 'Freshdesk' },
      lastTest: null,
      recentCalls: [],
    });
    expect(made?.credentials).toEqual([
      { key: 'subdomain', preview: 'acme', updatedAt: expect.any(String) as unknown },
      { key: 'apiKey', preview: '••••6789', updatedAt: expect.any(String) as unknown },
    ]);
    expect((await ask(one)).integrationConnection).toEqual(made);
    expect(played.vendor.received).toEqual([]);
  });

  it('are tested by a worker, with the account that the vendor names', async () => {
    await ask(configure, { credentials: good });
    const { testIntegration: tested } = await ask(test);
    expect(tested).toMatchObject({
      status: 'CONNECTED',
      accountName: 'acme (ana@acme.example)',
      testing: false,
      lastTest: { outcome: 'WORKS', accountName: 'acme (ana@acme.example)', missing: [], message: null },
    });
    expect(played.vendor.received.map(({ url, headers }) => [url.href, headers.authorization])).toEqual([
      ['https://acme.freshdesk.com/api/v2/agents/me', `Basic ${Buffer.from(`${apiKey}:X`).toString('base64')}`],
    ]);
    await until(async () => {
      const { integrationConnection } = await ask(one);
      return JSON.stringify(integrationConnection?.recentCalls).includes('"action":"verify","status":200');
    });
  });

  it.each([
    { status: 401, body: { code: 'invalid_credentials' }, outcome: 'CREDENTIALS_REFUSED', state: 'ERROR' },
    { status: 403, body: { code: 'access_denied' }, outcome: 'RIGHTS_MISSING', state: 'ERROR' },
    { status: 503, body: {}, outcome: 'UNAVAILABLE', state: 'CONFIGURED' },
  ])('tell a test that the vendor answers with $status as what it is', async ({ status, body, outcome, state }) => {
    played.vendor.play(() => ({ status, body }));
    await ask(configure, { credentials: good });
    const { testIntegration: tested } = await ask(test);
    expect(tested).toMatchObject({ status: state, lastTest: { outcome, accountName: null } });
    expect(JSON.stringify(tested)).not.toContain(apiKey);
  });

  it('keep what is left out, replace what is given, and forget the test of other credentials', async () => {
    await ask(configure, { credentials: good });
    await ask(test);
    const other = [{ key: 'apiKey', value: 'AnotherKey0123456789x' }];
    const { configureIntegration: changed } = await ask(configure, { credentials: other });
    expect(changed).toMatchObject({ status: 'CONFIGURED', accountName: null });
    played.vendor.play(() => agentReply);
    await ask(test);
    expect(played.vendor.received[0]?.url.host).toBe('acme.freshdesk.com');
    expect(played.vendor.received[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('AnotherKey0123456789x:X').toString('base64')}`,
    );
  });

  it('may be several, told apart by name', async () => {
    await ask(configure, { credentials: good });
    await ask(configure, { name: 'Lyon', credentials: [{ key: 'subdomain', value: 'lyon' }, ...good.slice(1)] });
    await ask(test, { name: 'Lyon' });
    expect(played.vendor.received.map(({ url }) => url.host)).toEqual(['lyon.freshdesk.com']);
    const { agent } = await ask('{ agent(id: "cassie") { connections { name status } } }');
    expect(agent?.connections).toEqual([
      { name: 'default', status: 'CONFIGURED' },
      { name: 'Lyon', status: 'CONNECTED' },
    ]);
  });

  it('are erased by disconnecting: the record stays, the credentials do not', async () => {
    await ask(configure, { credentials: good });
    const { disconnectIntegration: ended } = await ask(disconnect);
    expect(ended).toMatchObject({ status: 'DISCONNECTED', credentials: [] });
    const refusal = await played.person.client.refusal(test, { agentId });
    expect(refusal.code).toBe('CONFLICT');
    expect(played.vendor.received).toEqual([]);
    const half = await played.person.client.refusal(configure, { agentId, credentials: good.slice(1) });
    expect(half.fields?.map(({ path }) => path)).toEqual(['credentials.subdomain']);
  });

  it.each([
    ['an unknown field', [...good, { key: 'port', value: '1' }], ['credentials.port']],
    ['a field twice', [...good, ...good.slice(1)], ['credentials.apiKey']],
    ['a field that is missing', good.slice(0, 1), ['credentials.apiKey']],
    ['an empty field', [{ key: 'subdomain', value: ' ' }, ...good.slice(1)], ['credentials.subdomain']],
    [
      'a host in a subdomain',
      [{ key: 'subdomain', value: 'evil.example/' }, ...good.slice(1)],
      ['credentials.subdomain'],
    ],
    [
      'an address in a subdomain',
      [{ key: 'subdomain', value: '127.0.0.1' }, ...good.slice(1)],
      ['credentials.subdomain'],
    ],
    ['nothing at all', [], ['credentials.subdomain', 'credentials.apiKey']],
  ])('refuse %s, naming the field', async (_what, credentials, paths) => {
    const refusal = await played.person.client.refusal(configure, { agentId, credentials });
    expect([refusal.code, refusal.fields?.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', paths]);
    expect(JSON.stringify(refusal)).not.toContain(apiKey);
    expect(await ask(one)).toEqual({ integrationConnection: null });
  });

  it('belong to an agent that works with the vendor, and to nobody else', async () => {
    for (const other of ['penn', null]) {
      const refusal = await played.person.client.refusal(configure, { agentId: other, credentials: good });
      expect([refusal.code, refusal.reason]).toEqual(['BAD_USER_INPUT', 'INTEGRATIONS.NOT_FOR_AGENT']);
    }
    const nobody = await played.person.client.refusal(configure, { agentId: 'agent_nobody', credentials: good });
    expect(nobody.code).toBe('NOT_FOUND');
  });

  it('are seen and used by their workspace alone', async () => {
    const { configureIntegration: made } = await ask(configure, { credentials: good });
    const stranger = await signUp(played.server.client);
    const { agents } = await played.person.client.ask<{ agents: { id: string; key: string }[] }>(
      '{ agents { id key } }',
    );
    const cassie = agents.find(({ key }) => key === 'cassie')?.id;
    expect(await stranger.client.ask(one, { agentId })).toEqual({ integrationConnection: null });
    expect((await stranger.client.refusal(one, { agentId: cassie })).code).toBe('NOT_FOUND');
    expect((await stranger.client.refusal(test, { agentId })).code).toBe('NOT_FOUND');
    expect((await stranger.client.refusal('query ($id: ID!) { node(id: $id) { id } }', { id: made?.id })).code).toBe(
      'NOT_FOUND',
    );
    expect(await stranger.client.ask('{ integrationConnections { id } }')).toEqual({ integrationConnections: [] });
    expect(played.vendor.received).toEqual([]);
  });

  it('are shown to nobody else over REST either', async () => {
    await ask(configure, { credentials: good });
    const stranger = await signUp(played.server.client);
    const read = async (who: Person) =>
      (await (await who.client.request('GET', '/api/integrations/cassie/freshdesk')).json()) as { status: string };
    expect([(await read(played.person)).status, (await read(stranger)).status]).toEqual([
      'CONFIGURED',
      'NOT_CONFIGURED',
    ]);
    const ended = await stranger.client.request('POST', '/api/integrations/cassie/freshdesk/disconnect');
    expect([ended.status, (await read(played.person)).status]).toEqual([404, 'CONFIGURED']);
  });

  it('are read by the platform’s operator across workspaces, each with its own agent', async () => {
    await played.person.client.ask('mutation { updateAgent(id: "cassie", input: { name: "Chloé" }) { id } }');
    const { configureIntegration: made } = await ask(configure, { credentials: good });
    await ask(test);
    const admin = await signIn(played.server.client, operator);
    const query = `query ($id: ID!) { node(id: $id) { ... on IntegrationConnection { agent { name } recentCalls { action } } } }`;
    const seen = await until(async () => {
      const { node } = await admin.client.ask<{ node: { recentCalls: object[] } }>(query, { id: made?.id });
      return node.recentCalls.length > 0 ? node : null;
    });
    expect(seen).toEqual({ agent: { name: 'Chloé' }, recentCalls: [{ action: 'verify' }] });
  });

  it('are tested to the same end by a job that runs twice', async () => {
    const { configureIntegration: made } = await ask(configure, { credentials: good });
    const payload = { connectionId: String(made?.id).replace('connection_', ''), testId: uuidv7() };
    const ctx = systemContext({ actor: 'test', workspaceId: played.person.workspaceId.replace('workspace_', '') });
    const processor = played.server.app.get(TestConnectionProcessor, { strict: false });
    await processor.run(ctx, payload);
    const { integrationConnection: once } = await ask(one);
    played.vendor.play(() => ({ status: 401, body: {} }));
    await processor.run(ctx, payload);
    const { integrationConnection: twice } = await ask(one);
    expect([once?.status, twice?.status]).toEqual(['CONNECTED', 'CONNECTED']);
    expect(twice?.lastTest).toEqual(once?.lastTest);
  });

  it('let go of a test whose credentials are erased meanwhile', async () => {
    await ask(configure, { credentials: good });
    let ended: Promise<unknown> | undefined;
    played.vendor.play(() => {
      ended ??= ask(disconnect);
      return 'hang up';
    });
    const refusal = await ask(test);
    await ended;
    // It is sent again once or twice; what follows must not meet it.
    const workspace = played.person.workspaceId.replace('workspace_', '');
    await until(() => played.server.logLines.some((line) => isEndOfTest(line, workspace)));
    expect(refusal.testIntegration).toMatchObject({ status: 'DISCONNECTED', testing: false, credentials: [] });
  });

  it('are not touched by a job of another workspace that names them', async () => {
    // Of its own: what an earlier test has begun may still be sent again.
    const credentials = [
      { key: 'subdomain', value: 'untouched' },
      { key: 'apiKey', value: 'FreshdeskKey0123456789' },
    ];
    const { configureIntegration: made } = await ask(configure, { credentials });
    const stranger = await signUp(played.server.client);
    const ctx = systemContext({ actor: 'test', workspaceId: stranger.workspaceId.replace('workspace_', '') });
    const payload = { connectionId: String(made?.id).replace('connection_', ''), testId: uuidv7() };
    await played.server.app.get(TestConnectionProcessor, { strict: false }).run(ctx, payload);
    const asked = played.vendor.received.filter(({ url }) => url.hostname.startsWith('untouched'));
    expect([asked, (await ask(one)).integrationConnection]).toEqual([[], made]);
  });

  it('of an integration that is not offered any more are still shown, and can be erased', async () => {
    const { configureIntegration: made } = await ask(configure, { credentials: good });
    const id = String(made?.id).replace('connection_', '');
    await queryAsSuperuser(
      played.server.databaseUrl,
      `UPDATE integration_connections SET integration_key = 'gone' WHERE id = $1`,
      [id],
    );
    const list = `{ integrationConnections { id status integration { id description setupSteps
      capabilities { key } actions { key } agents { key } } } }`;
    const { integrationConnections } = await played.person.client.ask<{ integrationConnections: object[] }>(list);
    expect(integrationConnections).toMatchObject([{ id: made?.id, integration: { id: 'gone', agents: [] } }]);
    const end =
      'mutation { disconnectIntegration(agentId: "cassie", integrationId: "gone") { status credentials { key } } }';
    expect(await played.person.client.ask(end)).toEqual({
      disconnectIntegration: { status: 'DISCONNECTED', credentials: [] },
    });
  });

  it('are told to whoever watches, whatever happens to them', async () => {
    const heard = listen<{ integrationConnectionUpdated: { status: string } }>({
      url: played.server.url,
      token: played.person.accessToken,
      query: 'subscription { integrationConnectionUpdated { status } }',
    });
    const statuses = () => heard.news.map(({ integrationConnectionUpdated: { status } }) => status);
    await until(async () => {
      await ask(configure, { credentials: good });
      return statuses().includes('CONFIGURED');
    });
    await ask(test);
    await until(() => statuses().includes('CONNECTED'));
    await ask(disconnect);
    await until(() => statuses().at(-1) === 'DISCONNECTED');
    heard.stop();
    expect(heard.errors).toEqual([]);
  });
});
