import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import { Client } from 'pg';
import WebSocket from 'ws';
import { CalComStandIn, leGourmetEventTypes, startSandbox, TwilioStandIn } from '../../src/sandbox/index.js';
import type { ApiClient } from '../support/api-client.js';
import { generateOperations, type GeneratedOperation } from '../support/operation-generator.js';
import { signIn, signUp, type Person } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

let server: TestServer;
let calcom: CalComStandIn;
let twilio: TwilioStandIn;
let schema: GraphQLSchema;
let victim: Person;
let attacker: Person;
let admin: Client;
/** Ids of everything that the victim has, and words that stand in nobody else’s data. */
let ids: string[];
let marks: string[];

/** A word that the victim’s own data is full of. */
const mark = 'Zwetschge';

const scalars = {
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: true,
  JSON: {},
  DateTime: '2026-01-01T00:00:00Z',
  Decimal: '1',
  EmailAddress: 'someone@example.fr',
  PhoneNumber: '+33199000000',
  URL: 'https://example.fr',
};

/** Where no number needs papers. */
const country = 'US';

const twilioAccount = { accountSid: `AC${'0123456789abcdef'.repeat(2)}`, authToken: 'a'.repeat(32) };

beforeAll(async () => {
  schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  const [eventType] = leGourmetEventTypes;
  // By the number that generated operations ask for.
  calcom = await CalComStandIn.open({ apiKey: 'cal_test', eventTypes: [{ ...eventType, id: scalars.Int }] });
  twilio = await TwilioStandIn.open(twilioAccount);
  server = await startServer({
    CAL_API_KEY: 'cal_test',
    CAL_BASE_URL: calcom.url,
    TWILIO_ACCOUNT_SID: twilioAccount.accountSid,
    TWILIO_AUTH_TOKEN: twilioAccount.authToken,
    TWILIO_BASE_URL: twilio.url,
  });
  const demo = await startSandbox({ baseUrl: server.url, dataDir: server.dataDir, log: () => undefined });
  victim = await signIn(server.client, demo);
  attacker = await signUp(server.client);
  admin = new Client({ connectionString: server.databaseUrl });
  await admin.connect();
  const diagnosis = await fill(victim);
  const forAll = await deploymentPrices(victim);
  ids = [diagnosis, ...(await everyId(victim)).filter((id) => !forAll.has(id))];
  marks = [mark, 'Dupont', 'Gourmet', ...ids];
});
afterAll(async () => {
  await admin.end();
  await server.close();
  await calcom.close();
  await twilio.close();
});

/** Gives the victim one of everything that the demonstration does not make. @returns the id of what no list shows. */
async function fill(person: Person): Promise<string> {
  const { client } = person;
  await client.ask(
    `mutation { createContact(input: { name: "${mark}", emails: ["${mark}@example.fr"], memory: "${mark}", memoryConsent: true }) { id } }`,
  );
  await client.ask(`mutation { createApiKey(name: "${mark}", permissions: ["calls:read"]) { apiKey { id } } }`);
  await client.ask(`mutation { inviteMember(email: "guest-${mark}@example.fr", role: VIEWER) }`);
  await client.ask(`mutation { configureIntegration(agentId: "cassie", integrationId: "freshdesk", name: "${mark}",
    credentials: [{ key: "subdomain", value: "acme" }, { key: "apiKey", value: "${mark}-0123456789" }]) { id } }`);
  await client.ask(
    `mutation { setPrice(item: "model.${mark}.input", unit: "1M tokens", price: "1", currency: "EUR") { id } }`,
  );
  await book(client);
  const diagnosis = await answerPhone(client);
  await failCall(person, 'worker-died');
  await client.ask(`mutation { updateAgent(id: "penn", input: { name: "${mark}", instructions: "${mark}" }) { id } }`);
  return diagnosis;
}

/** Makes an assistant, buys a number, and looks for what is between the two. @returns the id of what it finds. */
async function answerPhone(client: ApiClient): Promise<string> {
  const { made } = await client.ask<{ made: { id: string } }>(
    `mutation { made: createVoiceAssistant(input: { context: "${mark}", name: "${mark}" }) { id } }`,
  );
  const { offers } = await client.ask<{ offers: { number: string }[] }>(
    `{ offers: phoneNumberOffers(country: "${country}") { number } }`,
  );
  await client.ask(`mutation { buyPhoneNumber(number: "${offers[0]?.number}", maxMonthly: "100") { id } }`);
  const { found } = await client.ask<{ found: { id: string } }>(
    `mutation { found: diagnoseConnection(assistantId: "${made.id}") { id } }`,
  );
  return found.id;
}

/** Of which people are told. */
async function failCall(person: Person, fault: string): Promise<void> {
  const open = '{ alerts(open: true) { id } }';
  const count = async () => (await person.client.ask<{ alerts: unknown[] }>(open)).alerts.length;
  const before = await count();
  await sendEvent(person, { status: 'ended', endedReason: `call.in-progress.error-vapifault-${fault}` });
  await until(async () => (await count()) > before);
}

/** The first free time of the coming week. */
async function book(client: ApiClient): Promise<void> {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const free = `{ availability(eventTypeId: 1, from: "${day(1)}", to: "${day(8)}") { start } }`;
  const { availability } = await client.ask<{ availability: { start: string }[] }>(free);
  await client.ask(`mutation { bookAppointment(input: { eventTypeId: 1, start: "${availability[0]?.start}", notes: "${mark}",
    attendeeName: "${mark}", attendeePhoneNumber: "+33699999999", responses: { partySize: 2 } }) { __typename } }`);
}

function operations(id: string): GeneratedOperation[] {
  return generateOperations(schema, { id, scalars, named: { country }, depth: 3 });
}

/** Every id that the victim can see. */
async function everyId(person: Person): Promise<string[]> {
  const found = new Set<string>();
  for (const { kind, takesId, query, variables } of operations('')) {
    if (kind !== 'query' || takesId) continue;
    const { data, errors } = await person.client.post(query, variables);
    // An operation that is refused for another reason than a missing right would prove nothing.
    expect((errors ?? []).filter(({ extensions }) => extensions.code !== 'FORBIDDEN')).toEqual([]);
    for (const [id] of JSON.stringify(data ?? {}).matchAll(/[a-z]+_[0-9a-f]{8}-[0-9a-f-]{27}/g)) found.add(id);
  }
  return [...found];
}

/** Every workspace sees them. */
async function deploymentPrices({ client }: Person): Promise<Set<string>> {
  const { prices } = await client.ask<{ prices: { id: string; shared: boolean }[] }>('{ prices { id shared } }');
  return new Set(prices.flatMap(({ id, shared }) => (shared ? id : [])));
}

/** The victim’s rows, as text; what changes by itself is left out. */
async function rowsOfVictim(): Promise<string> {
  const workspaceId = victim.workspaceId.split('_')[1];
  const parts: string[] = [];
  for (const table of [
    'clients',
    'contacts',
    'contact_identities',
    'voice_assistants',
    'calls',
    'appointments',
    'prices',
    'phone_lines',
    'connection_diagnoses',
    'connection_repairs',
    'assistant_event_types',
    'api_keys',
    'invitations',
    'webhook_endpoints',
    'memberships',
    'webhook_events',
  ]) {
    await admin.query('BEGIN');
    await admin.query(`SELECT set_config('role', 'ab_app', true), set_config('app.workspace_id', $1, true)`, [
      workspaceId,
    ]);
    const { rows } = await admin.query<{ row: string }>(
      `SELECT (to_jsonb(t) - 'last_used_at')::text AS row FROM ${table} t ORDER BY 1`,
    );
    await admin.query('COMMIT');
    parts.push(table, ...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}

function expectNoTrace(told: unknown, asked: string): void {
  const text = JSON.stringify(told);
  const leaked = marks.filter((word) => text.includes(word) && !asked.includes(word));
  expect([asked.slice(0, 120), leaked]).toEqual([asked.slice(0, 120), []]);
}

describe('another tenant', () => {
  it('has something to be stolen', () => {
    const kinds = new Set(ids.map((id) => id.split('_')[0]));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining([
        'alert',
        'apikey',
        'appointment',
        'audit',
        'call',
        'client',
        'contact',
        'diagnosis',
        'endpoint',
        'event',
        'line',
        'price',
        'user',
        'workspace',
      ]),
    );
    expect(ids.length).toBeGreaterThan(15);
  });

  it('sees nothing in any list', async () => {
    for (const { kind, takesId, query, variables } of operations('')) {
      if (kind === 'query' && !takesId) expectNoTrace(await attacker.client.post(query, variables), query);
    }
  });

  it('reaches nothing by id, in any query or mutation, and changes nothing', async () => {
    const before = await rowsOfVictim();
    for (const id of ids) {
      for (const { kind, takesId, query, variables } of operations(id)) {
        if (kind === 'subscription' || !takesId) continue;
        const reply = await attacker.client.post(query, variables);
        expectNoTrace(reply.data ?? {}, `${query} ${id}`);
        expectNoTrace(reply.errors ?? [], `${query} ${id}`);
      }
    }
    expect(await rowsOfVictim()).toBe(before);
  }, 120_000);

  it('is answered the same for a foreign id as for one that never was', async () => {
    const call = ids.find((id) => id.startsWith('call_')) ?? '';
    const never = 'call_018f0000-0000-7000-8000-000000000000';
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    const [foreign, absent] = await Promise.all([call, never].map((id) => attacker.client.refusal(query, { id })));
    expect({ ...foreign, requestId: '' }).toEqual({ ...absent, requestId: '' });
  });

  it('cannot use a cursor of the victim', async () => {
    const { calls } = await victim.client.ask<{ calls: { pageInfo: { endCursor: string } } }>(
      '{ calls { pageInfo { endCursor } } }',
    );
    const refusal = await attacker.client.refusal('query ($after: String) { calls(after: $after) { nodes { id } } }', {
      after: calls.pageInfo.endCursor,
    });
    expect(refusal.code).toBe('BAD_USER_INPUT');
  });

  it('hears nothing on any subscription', async () => {
    const call = ids.find((id) => id.startsWith('call_')) ?? '';
    const heard: unknown[] = [];
    const stop = await subscribeToAll(attacker, call, (value) => heard.push(value));
    const rate = 'mutation ($id: ID!) { rateCall(id: $id, satisfaction: 4) { id } }';
    await victim.client.ask(rate, { id: call });
    await failCall(victim, 'transport-never-connected');
    // An event of the attacker's own, sent after, shows that the subscriptions were live and that the wait is over.
    await sendEvent(attacker, { status: 'in-progress' });
    await until(() => heard.length > 0);
    stop();
    expectNoTrace(heard, 'subscriptions');
  });
});

async function subscribeToAll(person: Person, id: string, next: (value: unknown) => void): Promise<() => void> {
  const socket = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${person.accessToken}` },
    lazy: false,
    retryAttempts: 0,
  });
  const connected = new Promise<void>((resolve, reject) => {
    socket.on('connected', () => {
      resolve();
    });
    socket.on('error', reject);
  });
  for (const { kind, query, variables } of operations(id)) {
    if (kind === 'subscription')
      socket.subscribe({ query, variables }, { next, error: () => undefined, complete: () => undefined });
  }
  await connected;
  return () => void socket.dispose();
}

/** Of a call, as Vapi tells it to an endpoint of the person’s own. */
async function sendEvent({ client }: Person, told: object): Promise<void> {
  const create = 'mutation { createWebhookEndpoint(source: "vapi") { secret endpoint { url } } }';
  const { createWebhookEndpoint: made } = await client.ask<{
    createWebhookEndpoint: { secret: string; endpoint: { url: string } };
  }>(create);
  const message = { type: 'status-update', timestamp: Date.now(), call: { id: randomUUID() }, ...told };
  const reply = await fetch(server.url + new URL(made.endpoint.url).pathname, {
    method: 'POST',
    headers: { 'x-vapi-secret': made.secret },
    body: JSON.stringify({ message }),
  });
  expect(reply.status).toBe(200);
}
