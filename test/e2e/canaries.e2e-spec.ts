import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { ApiClient } from '../support/api-client.js';
import { Canaries, everyFile, everyRow } from '../support/canaries.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linkIn } from '../support/mail-box.js';
import { startMailServer, startRudePlatform, type MailServer, type Stranger } from '../support/outside-world.js';
import { newEmail, tokenOf } from '../support/people.js';
import { testServer } from '../support/postgres.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const canaries = new Canaries();
const canary = (name: string) => canaries.add(name, `canary-${randomBytes(18).toString('hex')}`);

const secrets = {
  password: canary('password'),
  newPassword: canary('password'),
  wrongPassword: canary('password'),
  adminPassword: canary('admin password'),
  jwt: canary('JWT_SECRET'),
  vapi: canary('VAPI_WEBHOOK_SECRET'),
  vapiKey: canary('VAPI_API_KEY'),
  metrics: canary('METRICS_TOKEN'),
  smtp: canary('SMTP password'),
  database: canary('database password'),
  // What a stranger sends may be a real secret with a slip of the finger.
  wrongSecret: canary('wrong webhook secret'),
  wrongToken: canary('wrong token'),
  twilio: canary('twilioAuthToken'),
  provider: canary('apiKey of a provider'),
  sip: canary('sip password'),
  control: canary('control address'),
  prompt: canary('prompt'),
  key: canaries.add('ENCRYPTION_KEYS', randomBytes(32).toString('base64')),
};

let database: TestDatabase;
let adminUrl: string;
let superuser: Client;
let mail: MailServer;
let platform: Stranger;
let server: TestServer;

beforeAll(async () => {
  [mail, platform, database] = await Promise.all([startMailServer(), startRudePlatform(), createTestDatabase()]);
  await migrateQueue(database.url);
  const address = new URL((await testServer()).adminUrl);
  address.pathname = new URL(database.url).pathname;
  adminUrl = address.href;
  superuser = new Client({ connectionString: adminUrl });
  await superuser.connect();
  const login = new URL(database.url);
  // A local cluster asks for no password, so any will do.
  if (login.password === '') login.password = secrets.database;
  server = await startServer({
    DATABASE_URL: login.href,
    JWT_SECRET: secrets.jwt,
    ENCRYPTION_KEYS: `first:${secrets.key}`,
    VAPI_WEBHOOK_SECRET: secrets.vapi,
    VAPI_API_KEY: secrets.vapiKey,
    VAPI_BASE_URL: `http://127.0.0.1:${platform.port}`,
    SMTP_URL: `smtp://robot:${secrets.smtp}@127.0.0.1:${mail.port}`,
    METRICS_TOKEN: secrets.metrics,
    ADMIN_EMAIL: newEmail(),
    ADMIN_PASSWORD: secrets.adminPassword,
    LOG_LEVEL: 'trace',
  });
});
afterAll(async () => {
  await server.close();
  await superuser.end();
  await database.drop();
  await Promise.all([mail.close(), platform.close()]);
});

/** What every answer of the server held and should not have, by what was asked. */
const told: [string, string[]][] = [];

/** A request whose answer may hold no secret but those named. */
async function ask(client: ApiClient, request: string, body?: unknown, mayHold: string[] = []): Promise<Response> {
  const [method = '', path = ''] = request.split(' ');
  const reply = await client.request(method, path, body);
  const text = await reply.clone().text();
  const held = canaries.in(`${JSON.stringify([...reply.headers])} ${text}`, mayHold);
  if (held.length > 0) told.push([`${request} ${JSON.stringify(body)?.slice(0, 80)}`, held]);
  return reply;
}

type Data = Record<string, Record<string, unknown> | undefined>;

async function graphql(
  client: ApiClient,
  query: string,
  variables: object = {},
  mayHold: string[] = [],
): Promise<Data> {
  const reply = await ask(client, 'POST /graphql', { query, variables }, mayHold);
  return ((await reply.json()) as { data?: Data | null }).data ?? {};
}

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

const tokens = '{ accessToken refreshToken }';

/** Tokens are secrets from now on, wherever they stand but in the answer that gave them. */
function guard(payload: unknown): Tokens {
  const { accessToken, refreshToken } = payload as Tokens;
  canaries.add('access token', accessToken);
  canaries.add('refresh token', refreshToken);
  return { accessToken, refreshToken };
}

const email = newEmail();

/** Everything that a person does with passwords and tokens, right and wrong. */
async function livesOfTokens(): Promise<ApiClient> {
  const anonymous = server.client;
  const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) ${tokens} }`;
  const input = { email, password: secrets.password, name: 'Camille', workspaceName: 'Chez Camille' };
  const first = guard((await graphql(anonymous, signUp, { input })).signUp);
  await graphql(anonymous, signUp, { input });
  await graphql(anonymous, signUp, { input: { ...input, password: 7, email: secrets.password } });
  const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) ${tokens} }`;
  await graphql(anonymous, signIn, { input: { email, password: secrets.wrongPassword } });
  await graphql(anonymous, signIn, { input: { email: newEmail(), password: secrets.wrongPassword } });
  const keyed = anonymous.with({ 'idempotency-key': randomUUID() });
  guard((await graphql(keyed, signIn, { input: { email, password: secrets.password } })).signIn);
  await graphql(keyed, signIn, { input: { email, password: secrets.password } }, ['access token', 'refresh token']);
  const refresh = `mutation ($t: String!) { refreshSession(refreshToken: $t) ${tokens} }`;
  // Within the same second, a session's access token comes out the same.
  const renewed = await graphql(anonymous, refresh, { t: first.refreshToken }, ['access token']);
  const second = guard(renewed.refreshSession);
  await graphql(anonymous, refresh, { t: secrets.wrongToken });
  await graphql(anonymous, `mutation { refreshSession(refreshToken: "${secrets.wrongToken}" ) { nothing } }`);
  for (const authorization of [
    `Bearer ${secrets.wrongToken}`,
    `Bearer ab_${secrets.wrongToken}`,
    `Basic ${secrets.wrongToken}`,
    secrets.wrongToken,
  ]) {
    await graphql(anonymous.with({ authorization }), '{ me { id } }');
    await ask(anonymous.with({ authorization }), 'GET /api/voice/calls');
    await ask(anonymous.with({ authorization }), 'GET /metrics');
  }
  await browser();
  await graphql(anonymous, 'mutation ($e: EmailAddress!) { requestPasswordReset(email: $e) }', { e: email });
  const reset = canaries.add(
    'reset token',
    tokenOf(linkIn(await until(() => mail.mails.find((text) => text.includes('reset-password'))))),
  );
  const change = `mutation ($t: String!, $p: String!) { resetPassword(token: $t, password: $p) ${tokens} }`;
  await graphql(anonymous, change, { t: secrets.wrongToken, p: secrets.newPassword });
  const { accessToken } = guard((await graphql(anonymous, change, { t: reset, p: secrets.newPassword })).resetPassword);
  await graphql(anonymous.bearer(second.accessToken), '{ me { id } }');
  await graphql(anonymous, 'mutation ($t: String!) { signOut(refreshToken: $t) }', { t: second.refreshToken });
  return anonymous.bearer(accessToken);
}

async function browser(): Promise<void> {
  const opened = await server.client.request('POST', '/api/session', { email, password: secrets.password });
  const cookies = opened.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  for (const cookie of cookies) if (!cookie.startsWith('ab_csrf')) canaries.add('cookie', cookie.split('=')[1] ?? '');
  const { csrfToken } = (await opened.json()) as { csrfToken: string };
  const client = server.client.with({ cookie: cookies.join('; ') });
  await ask(client, 'GET /api/session');
  await ask(client.with({ 'x-csrf-token': csrfToken }), 'GET /api/session');
  await ask(server.client, 'POST /api/session', { email, password: secrets.wrongPassword });
  await ask(server.client, 'POST /api/session', { email: secrets.wrongPassword, password: [secrets.wrongPassword] });
  await ask(client, 'DELETE /api/session');
  for (const type of ['application/json', 'text/plain']) {
    const cut = `{"query":"mutation { signIn(input: { password: \\"${secrets.password}\\"`;
    for (const path of ['/graphql', '/api/session']) {
      const reply = await fetch(server.url + path, { method: 'POST', headers: { 'content-type': type }, body: cut });
      const held = canaries.in(await reply.text());
      if (held.length > 0) told.push([`cut ${type} to ${path}`, held]);
    }
  }
}

/** Keys, addresses and invitations: what is shown once. */
async function shownOnce(owner: ApiClient): Promise<{ path: string; secret: string }> {
  const makeKey =
    'mutation ($n: String!, $p: [String!]!) { createApiKey(name: $n, permissions: $p) { secret apiKey { id prefix } } }';
  const { createApiKey } = await graphql(owner, makeKey, { n: 'x', p: ['calls:read'] });
  const key = canaries.add('API key', String(createApiKey?.secret));
  await ask(server.client.bearer(key), 'GET /api/voice/calls');
  await ask(server.client.bearer(key), 'POST /api/voice/assistants', { context: 'x' });
  await ask(server.client.bearer(`${key}x`), 'GET /api/voice/calls');
  const make = 'mutation { createWebhookEndpoint(source: "vapi") { secret endpoint { id url } } }';
  const { createWebhookEndpoint: made } = await graphql(owner, make);
  const { id, url } = made?.endpoint as { id: string; url: string };
  canaries.add('endpoint secret', String(made?.secret));
  const rotate = 'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }';
  const { rotateWebhookSecret: rotated } = await graphql(owner.with({ 'idempotency-key': randomUUID() }), rotate, {
    id,
  });
  const invite = 'mutation ($e: EmailAddress!) { inviteMember(email: $e, role: VIEWER) }';
  const { inviteMember } = await graphql(owner, invite, { e: newEmail() });
  canaries.add('invitation token', tokenOf(String(inviteMember)));
  return { path: new URL(url).pathname, secret: canaries.add('endpoint secret', String(rotated?.secret)) };
}

const firstCall = randomUUID();

function eventOf(type: string, members: object = {}, callId: string = firstCall): object {
  const assistant = {
    model: {
      provider: 'openai',
      messages: [{ role: 'system', content: secrets.prompt }],
      systemPrompt: secrets.prompt,
      apiKey: secrets.provider,
    },
    credentials: [{ provider: 'openai', apiKey: secrets.provider }],
    server: { url: 'https://example.fr', secret: secrets.provider, headers: { authorization: secrets.provider } },
    messagePlan: { idleMessages: [] },
  };
  const call = {
    id: callId,
    type: 'inboundPhoneCall',
    assistant,
    monitor: { controlUrl: `https://x.example/${secrets.control}`, listenUrl: `wss://x.example/${secrets.control}` },
    phoneCallProviderDetails: { sip: { password: secrets.sip } },
  };
  const phoneNumber = {
    provider: 'twilio',
    number: '+33123456789',
    twilioAccountSid: 'AC0',
    twilioAuthToken: secrets.twilio,
  };
  const message = {
    type,
    timestamp: Date.now(),
    call,
    assistant,
    phoneNumber,
    customer: { number: '+33612345678' },
    ...members,
  };
  return { message };
}

const said = [
  { role: 'system', message: secrets.prompt, time: Date.now(), secondsFromStart: 0 },
  { role: 'bot', message: 'Bonjour', time: Date.now(), secondsFromStart: 1 },
  { role: 'user', message: 'Bonsoir', time: Date.now(), secondsFromStart: 2 },
];

const report = (callId?: string) => {
  const members = {
    endedReason: 'customer-ended-call',
    startedAt: new Date(Date.now() - 60_000).toISOString(),
    endedAt: new Date().toISOString(),
    artifact: {
      messages: said,
      messagesOpenAIFormatted: [{ role: 'system', content: secrets.prompt }],
      transcript: 'AI: Bonjour\nUser: Bonsoir\n',
      recordingUrl: 'https://x.example/recording.wav',
      pcapUrl: `https://x.example/${secrets.sip}`,
    },
    costBreakdown: { total: 0.1 },
    analysis: { summary: 'Bonjour.' },
  };
  return eventOf('end-of-call-report', members, callId);
};

/** A whole call, and what should not have been sent. */
async function webhooks({ path, secret }: { path: string; secret: string }): Promise<void> {
  const right = server.client.with({ 'x-vapi-secret': secret });
  for (const body of [
    eventOf('status-update', { status: 'in-progress' }),
    eventOf('conversation-update', {
      messages: said,
      messagesOpenAIFormatted: [{ role: 'system', content: secrets.prompt }],
    }),
    eventOf('tool-calls', {
      toolCallList: [{ id: randomUUID(), type: 'function', function: { name: 'no_such_tool', arguments: {} } }],
    }),
    eventOf('tool-calls', {
      toolCallList: [
        { id: randomUUID(), type: 'function', function: { name: 'leave_message', arguments: '{"text": 7' } },
      ],
    }),
    eventOf('something.new'),
    report(),
  ]) {
    await ask(right, `POST ${path}`, body);
    await ask(server.client.with({ 'x-vapi-secret': secrets.wrongSecret }), `POST ${path}`, body);
    await ask(server.client.bearer(secrets.wrongSecret), 'POST /api/v1/webhooks/vapi', body);
    await ask(server.client.with({ 'x-signature': secrets.wrongSecret }), `POST ${path}`, body);
  }
  await ask(
    server.client.with({ 'x-vapi-secret': secrets.vapi }),
    'POST /api/v1/webhooks/vapi',
    eventOf('hang', { call: { id: randomUUID() } }),
  );
  for (const body of [
    JSON.stringify(report()).slice(0, -40),
    `"${secrets.prompt}"`,
    `{"message":"${secrets.prompt}"}`,
  ]) {
    const reply = await fetch(server.url + path, { method: 'POST', headers: right.headers, body });
    const held = canaries.in(await reply.text());
    if (held.length > 0) told.push([`unreadable webhook`, held]);
  }
}

/** Runs while a table is missing, as after a migration gone wrong. */
async function without(table: string, work: () => Promise<unknown>): Promise<void> {
  await superuser.query(`ALTER TABLE ${table} RENAME TO missing`);
  await work().finally(() => superuser.query(`ALTER TABLE missing RENAME TO ${table}`));
}

async function statusesOf(owner: ApiClient): Promise<string[]> {
  const { webhookEvents } = await graphql(owner, '{ webhookEvents(first: 50) { nodes { status } } }');
  return ((webhookEvents?.nodes ?? []) as { status: string }[]).map(({ status }) => status);
}

async function faults(owner: ApiClient, endpoint: { path: string; secret: string }): Promise<void> {
  const right = server.client.with({ 'x-vapi-secret': endpoint.secret });
  const signIn = `mutation { signIn(input: { email: "${email}", password: "${secrets.newPassword}" }) ${tokens} }`;
  await without('users', () => graphql(server.client, signIn));
  await without('sessions', () => graphql(server.client, signIn));
  await without('api_keys', () => ask(server.client.bearer(`ab_${secrets.wrongToken}`), 'GET /api/voice/calls'));
  await without('webhook_events', async () => {
    for (const body of [
      report(),
      eventOf('tool-calls', { toolCallList: [{ id: randomUUID(), function: { name: 'x' } }] }),
    ]) {
      expect((await ask(right, `POST ${endpoint.path}`, body)).status).toBe(503);
    }
    expect(server.logLines.filter((line) => line.includes('INTAKE_UNAVAILABLE'))).toHaveLength(2);
  });
  await without('transcript_segments', async () => {
    await ask(right, `POST ${endpoint.path}`, report(randomUUID()));
    await until(async () => (await statusesOf(owner)).includes('FAILED'));
  });
  await superuser.query(`ALTER TABLE calls ADD CONSTRAINT impossible CHECK (summary IS NULL) NOT VALID`);
  await ask(right, `POST ${endpoint.path}`, report(randomUUID()));
  await until(async () => server.logLines.some((line) => line.includes('impossible')));
  await superuser.query('ALTER TABLE calls DROP CONSTRAINT impossible');
  const database = new URL(adminUrl).pathname.slice(1);
  await superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
    [database],
  );
  await Promise.all([
    graphql(server.client, signIn, {}, ['access token', 'refresh token']),
    ask(right, `POST ${endpoint.path}`, report()),
  ]);
  await until(async () => (await ask(owner, 'GET /health/ready')).status === 200);
  mail.refuse(secrets.smtp);
  await graphql(server.client, 'mutation ($e: EmailAddress!) { requestPasswordReset(email: $e) }', { e: email });
  await until(() => server.logLines.some((line) => line.includes('535')));
}

const everything = `{ me { id email name memberships { role } } workspace { name members { role } } apiKeys { id name prefix permissions }
  webhookEndpoints { id url } auditLog(first: 100) { nodes { action details } }
  webhookEvents(first: 50) { nodes { type externalId status error payload } }
  calls { nodes { id summary endedReason fromIdentity recordingUrl transcript { role text } toolInvocations { arguments result error }
  messages { text } transfers { to } } } }`;

async function reads(owner: ApiClient): Promise<void> {
  const { calls } = await graphql(owner, everything);
  const [{ id } = { id: '' }] = (calls?.nodes ?? []) as { id: string }[];
  for (const path of [
    '/api/voice/calls',
    `/api/voice/calls/${id}`,
    `/api/voice/calls/${id}/recording`,
    '/health/ready',
    '/metrics',
    '/graphql',
  ]) {
    await ask(owner.with({ accept: 'text/html, application/json' }), `GET ${path}`);
  }
  await ask(server.client.bearer(secrets.metrics), 'GET /metrics');
}

describe('a secret', () => {
  let owner: ApiClient;

  beforeAll(async () => {
    owner = await livesOfTokens();
    const endpoint = await shownOnce(owner);
    await webhooks(endpoint);
    await until(async () => !(await statusesOf(owner)).includes('RECEIVED'));
    await reads(owner);
    await faults(owner, endpoint);
    await reads(owner);
  }, 60_000);

  it('stands in no answer but the one that gives it', () => {
    expect(told).toEqual([]);
  });

  it('stands in no line of the log', () => {
    expect(server.logLines.length).toBeGreaterThan(50);
    const leaking = server.logLines.flatMap((line) => {
      const held = canaries.in(line);
      return held.length > 0 ? [[held, line.slice(0, 300)]] : [];
    });
    expect(leaking).toEqual([]);
  });

  it('stands in no table, but for the body of an event as it came', async () => {
    const rows = await everyRow(adminUrl, { webhook_events: ['body'] });
    expect(new Set(rows.map(([table]) => table)).size).toBeGreaterThan(15);
    const leaking = rows.flatMap(([table, text]) => {
      const held = canaries.in(text);
      return held.length > 0 ? [[table, held, text.slice(0, 300)]] : [];
    });
    expect(leaking).toEqual([]);
    // The search finds what is there: bodies hold what the platform sent.
    const bodies = await everyRow(adminUrl, {});
    const found = bodies.flatMap(([table, text]) => (canaries.in(text).length > 0 ? [table] : []));
    expect(new Set(found)).toEqual(new Set(['public.webhook_events']));
  });

  it('stands in no file', () => {
    const files = [...everyFile(server.dataDir, ['secrets.json', 'sandbox.json', 'mail']), ...databaseLogs()];
    expect(files.flatMap(([path, text]) => canaries.in(text).map((name) => `${path}: ${name}`))).toEqual([]);
  });

  /** The embedded database’s own log; a database of the developer’s keeps its log elsewhere. */
  function databaseLogs(): [string, string][] {
    const folder = process.env.TEST_DATA_DIR;
    return folder ? everyFile(folder, ['data', 'programs', 'bin', 'lib', 'share', 'binaries']) : [];
  }
});
