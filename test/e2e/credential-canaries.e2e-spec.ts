import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import type { Client } from 'pg';
import { systemContext } from '../../src/kernel/context/index.js';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { IntegrationActions } from '../../src/integrations/index.js';
import { VendorStage, type StagedRequest } from '../../src/integrations/testing/vendor-stage.js';
import { Canaries, everyFile } from '../support/canaries.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { connectSuperuser, everyRow } from '../support/every-row.js';
import { signUp, type Person } from '../support/people.js';
import { backends } from '../support/queue-backends.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { witnessCommands, witnessTables, type JobWitness } from '../support/secrets/job-witness.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { itWhere } from '../support/where.js';

const fields = `{ status accountName credentials { key preview } lastTest { outcome message missing } recentCalls { action status error } }`;
const pair = '$agentId: ID!, $integrationId: ID!';
const given = 'agentId: $agentId, integrationId: $integrationId';
const configure = `mutation (${pair}, $credentials: [CredentialInput!]!) { configureIntegration(${given}, credentials: $credentials) ${fields} }`;
const test = `mutation (${pair}) { testIntegration(${given}) ${fields} }`;
const disconnect = `mutation (${pair}) { disconnectIntegration(${given}) ${fields} }`;
const start = `mutation (${pair}) { startIntegrationAuthorization(${given}) }`;

/** A secret of each kind: part of HTTP Basic, a bearer token, a key file that is signed with, an application’s secret. */
interface Kind {
  name: string;
  agentId: string;
  integrationId: string;
  credentials: { key: string; value: string; secret?: true }[];
  action: string;
  input: unknown;
  signsIn?: true;
}

const secret = (name: string) => `${name}${randomBytes(14).toString('hex')}`;
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const keyFile = {
  type: 'service_account',
  client_email: 'builder@project.iam.gserviceaccount.com',
  private_key: privateKey,
};
const kinds: Kind[] = [
  {
    name: 'HTTP Basic',
    agentId: 'cassie',
    integrationId: 'freshdesk',
    credentials: [
      { key: 'subdomain', value: 'acme' },
      { key: 'apiKey', value: secret('basic'), secret: true },
    ],
    action: 'get_ticket',
    input: { ticketId: 1 },
  },
  {
    name: 'a bearer token',
    agentId: 'seomi',
    integrationId: 'ahrefs',
    credentials: [{ key: 'apiKey', value: secret('bearer'), secret: true }],
    action: 'get_domain_rating',
    input: { target: 'legourmet.fr', date: '2026-11-20' },
  },
  {
    name: 'a key file',
    agentId: 'seomi',
    integrationId: 'google-search-console',
    credentials: [
      { key: 'serviceAccountJson', value: JSON.stringify(keyFile), secret: true },
      { key: 'siteUrl', value: 'sc-domain:legourmet.fr' },
    ],
    action: 'list_sites',
    input: {},
  },
  {
    name: 'an application’s secret',
    agentId: 'soshie',
    integrationId: 'x',
    credentials: [
      { key: 'clientId', value: 'our-application' },
      { key: 'clientSecret', value: secret('application'), secret: true },
    ],
    action: 'get_account',
    input: {},
    signsIn: true,
  },
];

describe.each(backends)('a credential, with jobs in $name', ({ name, isAvailable }) => {
  const given = itWhere(isAvailable);
  const canaries = new Canaries();
  const told: string[] = [];
  let vendor: VendorStage;
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let server: TestServer;
  let superuser: Client;
  let jobs: JobWitness;
  let person: Person;
  let mood: 'well' | 'refuses' | 'quibbles' = 'well';

  /** Tokens are secrets as well; a vendor in a bad mood repeats all that it was sent. */
  const respond = (request: StagedRequest) => {
    const echo = { heard: { ...request, url: request.url.href }, message: JSON.stringify(request.headers) };
    if (request.url.pathname.endsWith('/token')) {
      const tokens = { access_token: canaries.add('an access token', secret('access')) };
      const more = { refresh_token: canaries.add('a refresh token', secret('refresh')), expires_in: 3600 };
      return { status: 200, body: { ...tokens, ...more, token_type: 'Bearer' } };
    }
    if (mood === 'well') return { status: 200, body: { id: 1, data: { id: '1', username: 'legourmet' }, ...echo } };
    // What is refused for its content is quoted by errors, which is where an echo would show.
    return { status: mood === 'refuses' ? 401 : 400, body: echo };
  };
  const ask = async (query: string, variables: object): Promise<unknown> => {
    const answer = await person.client.post(query, variables);
    told.push(JSON.stringify(answer));
    return answer;
  };

  async function live(kind: Kind): Promise<void> {
    const { agentId, integrationId, credentials } = kind;
    const choice = { agentId, integrationId };
    const entered = credentials.map(({ key, value }) => ({ key, value }));
    await ask(configure, { ...choice, credentials: [...entered, { key: 'unknown', value: entered.at(-1)?.value }] });
    await ask(configure, { ...choice, credentials: entered });
    if (kind.signsIn) await signIn(choice);
    for (const each of ['well', 'refuses', 'quibbles'] as const) {
      mood = each;
      await ask(test, choice);
      const { workspaceId } = person;
      const ctx = systemContext({ actor: 'test', workspaceId: workspaceId.replace('workspace_', '') });
      const order = { ...choice, action: kind.action, input: kind.input };
      const result: unknown = await server.app
        .get(IntegrationActions, { strict: false })
        .run(ctx, order)
        .catch((error: unknown) => inspect(error, { depth: 9 }));
      told.push(JSON.stringify(result ?? null));
    }
    mood = 'well';
    await ask(`{ integrationConnections ${fields} auditLog(first: 50) { nodes { details } } }`, {});
    await ask(disconnect, choice);
  }

  async function signIn(choice: object): Promise<void> {
    const answer = (await person.client.post(start, choice)) as { data: { startIntegrationAuthorization: string } };
    const state = new URL(answer.data.startIntegrationAuthorization).searchParams.get('state') ?? '';
    const code = canaries.add('a code', secret('code'));
    const page = await fetch(`${server.url}/api/integrations/oauth/callback?${new URLSearchParams({ state, code })}`);
    told.push(await page.text());
    expect(page.status).toBe(200);
  }

  beforeAll(async () => {
    if (!isAvailable) return;
    for (const { name: kind, credentials } of kinds) {
      for (const { value, secret: isSecret } of credentials) {
        if (isSecret && !value.includes('PRIVATE KEY')) canaries.add(kind, value);
      }
    }
    // The middle of the key, without the line breaks that JSON escapes.
    canaries.add('the private key', privateKey.split('\n')[5] ?? '');
    [vendor, database] = await Promise.all([VendorStage.open(), createTestDatabase()]);
    vendor.play(respond);
    await migrateQueue(database.url);
    redis = name === 'Redis' ? await startTestRedis() : undefined;
    superuser = await connectSuperuser(database.url);
    jobs = await (redis ? witnessCommands(redis.url) : witnessTables(superuser));
    server = await startServer({
      DATABASE_URL: database.url,
      INTEGRATIONS_STAND_IN_URL: vendor.url,
      LOG_LEVEL: 'trace',
      ...(redis && { REDIS_URL: redis.url }),
    });
    person = await signUp(server.client);
    for (const kind of kinds) await live(kind);
  }, 90_000);
  afterAll(async () => {
    if (!isAvailable) return;
    await server.close();
    await jobs.stop();
    await superuser.end();
    await database.drop();
    await Promise.all([vendor.close(), redis?.stop()]);
  });

  const leaksIn = (texts: readonly (readonly [place: string, text: string])[]) =>
    texts.flatMap(([place, text]) => canaries.in(text).map((leak) => `${leak} in ${place}: ${text.slice(0, 300)}`));

  given('goes out to its vendor, and comes back in nothing that we answer', () => {
    const sent = vendor.received.map(({ url, headers, body }) => JSON.stringify([url.href, headers, body]));
    const out = new Set(sent.flatMap((text) => canaries.in(text)));
    for (const each of ['HTTP Basic', 'a bearer token', 'an application’s secret', 'an access token', 'a code']) {
      expect([...out]).toContain(each);
    }
    expect(out.has('the private key')).toBe(false);
    expect(told.length).toBeGreaterThan(30);
    expect(leaksIn(told.map((text) => ['an answer', text]))).toEqual([]);
  });

  given('stands in no line of the log', () => {
    expect(server.logLines.some((line) => line.includes('http.attempt_failed'))).toBe(true);
    expect(leaksIn(server.logLines.map((line) => ['the log', line]))).toEqual([]);
  });

  given('stands in no table in clear, before and after it is erased', async () => {
    expect(leaksIn(await everyRow(superuser))).toEqual([]);
    const [kind] = kinds;
    await ask(configure, { ...kind, credentials: kind?.credentials.map(({ key, value }) => ({ key, value })) });
    await until(async () => JSON.stringify(await everyRow(superuser)).includes('v1.test.'));
    expect(leaksIn(await everyRow(superuser))).toEqual([]);
  });

  given('stands in no job that was ever put', async () => {
    const seen = await jobs.seen();
    expect(seen.some((text) => text.includes('test-connection'))).toBe(true);
    expect(leaksIn(seen.map((text) => ['a job', text]))).toEqual([]);
  });

  given('stands in no metric and no file', async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('target="freshdesk"');
    expect(leaksIn([['the metrics', metrics]])).toEqual([]);
    expect(leaksIn(everyFile(server.dataDir, []))).toEqual([]);
  });
});
