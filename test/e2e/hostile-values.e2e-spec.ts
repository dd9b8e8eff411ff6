import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { CalComStandIn, startSandbox, TwilioStandIn } from '../../src/sandbox/index.js';
import { alwaysOpenEventType } from '../support/always-open.js';
import { ask, type Answer } from '../support/answers.js';
import type { ApiClient } from '../support/api-client.js';
import { placesOf, sensibleVariables, withValue, type Place } from '../support/attack-generator.js';
import { keepBlameless } from '../support/blameless.js';
import { indecenciesOf } from '../support/decent-answer.js';
import { rowCounts } from '../support/every-row.js';
import { hostileValues } from '../support/hostile-values.js';
import { nextAddress } from '../support/next-address.js';
import { newEmail, signIn, signUp } from '../support/people.js';
import { startServer } from '../support/server.js';

const connect = `mutation ($agentId: ID, $integrationId: ID!, $name: String, $credentials: [CredentialInput!]!) {
  configureIntegration(agentId: $agentId, integrationId: $integrationId, name: $name, credentials: $credentials) { id } }`;

const book = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { ... on Appointment { id } } }`;

/** What integrations are tried out with: one whose key is entered, one at which a person signs in. */
const connectedBy = {
  byKey: {
    agentId: 'cassie',
    integrationId: 'freshdesk',
    credentials: [
      { key: 'subdomain', value: 'acme' },
      { key: 'apiKey', value: 'FreshdeskKey0123456789' },
    ],
  },
  bySignIn: {
    agentId: 'soshie',
    integrationId: 'x',
    credentials: [
      { key: 'clientId', value: 'our-application' },
      { key: 'clientSecret', value: 'application-secret-0123456789' },
    ],
  },
};

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const places = placesOf(schema);
const adminAccount = { email: newEmail(), password: randomUUID() };

const eventType = alwaysOpenEventType(3, { seatsPerTimeSlot: 1_000 });
/** Noon in UTC. */
const tomorrow = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 12 * 3_600_000).toISOString();
const calcom = await CalComStandIn.open({ apiKey: 'cal_test', eventTypes: [eventType] });

const twilioAccount = { accountSid: `AC${'0123456789abcdef'.repeat(2)}`, authToken: 'a'.repeat(32) };
const twilio = await TwilioStandIn.open(twilioAccount);
/** Where no number needs papers. */
const country = 'US';

const server = await startServer({
  CAL_API_KEY: 'cal_test',
  CAL_BASE_URL: calcom.url,
  CAL_REQUESTS_PER_MINUTE: '99999',
  TWILIO_ACCOUNT_SID: twilioAccount.accountSid,
  TWILIO_AUTH_TOKEN: twilioAccount.authToken,
  TWILIO_BASE_URL: twilio.url,
  ADMIN_EMAIL: adminAccount.email,
  ADMIN_PASSWORD: adminAccount.password,
  // Lets each request come from an address of its own, so that no limit on attempts hides what lies behind it.
  TRUSTED_PROXIES: 'loopback',
  // Nobody is there: no vendor is asked for what a stranger enters.
  INTEGRATIONS_STAND_IN_URL: 'http://127.0.0.1:9',
});
keepBlameless(server);
afterAll(async () => {
  await calcom.close();
  await twilio.close();
});
const lineNumber = await offeredNumber();
const demo = await startSandbox({ baseUrl: server.url, dataDir: server.dataDir, log: () => undefined });
const owner = await signIn(server.client, demo);
const admin = await signIn(server.client, adminAccount);
/** Something of the owner's of each kind, by the prefix of its id. */
const own = { ...(await idsOf(owner.client)), ...(await answeredIdsOf(owner.client)) };
/** The same of somebody else. */
const foreign = await idsOf((await signUp(server.client)).client);

async function offeredNumber(): Promise<string> {
  const { client } = await signUp(server.client);
  const query = `{ offers: phoneNumberOffers(country: "${country}") { number } }`;
  return (await client.ask<{ offers: { number: string }[] }>(query)).offers[0]?.number ?? '';
}

async function connectAll(client: ApiClient): Promise<void> {
  for (const connection of Object.values(connectedBy)) {
    for (const name of ['default', 'Camille']) await client.ask(connect, { ...connection, name });
  }
}

async function idsOf(client: ApiClient): Promise<Record<string, string>> {
  await client.ask('mutation { createContact(input: { name: "Dupont" }) { id } }');
  await client.ask('mutation { createWebhookEndpoint(source: "vapi") { secret } }');
  await client.ask('mutation { createApiKey(name: "x", permissions: ["calls:read"]) { secret } }');
  await client.ask('mutation { createVoiceAssistant(input: { context: "x", clientName: "Un client" }) { id } }');
  await client.ask(book, {
    input: { eventTypeId: 3, start: tomorrow, attendeeName: 'Dupont', attendeeEmail: newEmail() },
  });
  await connectAll(client);
  const told =
    await client.ask<object>(`{ me { id } agents { id } integrationConnections { id } workspace { id } apiKeys { id } webhookEndpoints { id } clients { id }
    contacts { nodes { id } } voiceAssistants { nodes { id } } calls { nodes { id } } webhookEvents(first: 1) { nodes { id } }
    appointments(first: 1) { nodes { id } } auditLog(first: 1) { nodes { id } } }`);
  const ids = JSON.stringify(told).matchAll(/"(([a-z]+)_[0-9a-f-]{36})"/g);
  return Object.fromEntries([...ids].map(([, id = '', kind = '']) => [kind, id]));
}

/** An assistant, its number, and a repair of what stands between the two. */
async function answeredIdsOf(client: ApiClient): Promise<Record<string, string>> {
  const { assistant } = await client.ask<{ assistant: { id: string } }>(
    'mutation { assistant: createVoiceAssistant(input: { context: "x", route: TWILIO }) { id } }',
  );
  const { line } = await client.ask<{ line: { id: string } }>(
    `mutation { line: buyPhoneNumber(number: "${lineNumber}", maxMonthly: "100") { id } }`,
  );
  await client.ask(`mutation { assignPhoneLine(id: "${line.id}", assistantId: "${assistant.id}") { id } }`);
  twilio.changeNumber(lineNumber, { voice_url: 'https://elsewhere.example/voice' });
  const { diagnosis } = await client.ask<{ diagnosis: { id: string; checks: { repair: { id: string } | null }[] } }>(
    `mutation { diagnosis: diagnoseConnection(assistantId: "${assistant.id}") { id checks { repair { id } } } }`,
  );
  const repair = diagnosis.checks.find((check) => check.repair)?.repair?.id ?? 'none';
  return { assistant: assistant.id, line: line.id, diagnosis: diagnosis.id, repair };
}

function send(client: ApiClient, { query, variables }: { query: string; variables: object }): Promise<Answer> {
  return ask(client.with({ 'x-forwarded-for': nextAddress() }), query, variables);
}

const kindsByArgument: Readonly<Record<string, string>> = {
  assistantId: 'assistant',
  callId: 'call',
  clientId: 'client',
  contactId: 'contact',
  userId: 'user',
  targetId: 'workspace',
  ids: 'event',
  diagnosisId: 'diagnosis',
  repairIds: 'repair',
};
const kindsByOperation: readonly [RegExp, string][] = [
  [/Agent$/, 'agent'],
  [/^agent$/, 'agent'],
  [/Assistant$/, 'assistant'],
  [/Contact$/, 'contact'],
  [/Key$/, 'apikey'],
  [/Line$/, 'line'],
  [/Webhook(Secret|Endpoint)$/, 'endpoint'],
  [/Workspace$/, 'workspace'],
  [/Appointment$/i, 'appointment'],
];

function kindOf(name: string, operation: string): string {
  return kindsByArgument[name] ?? kindsByOperation.find(([pattern]) => pattern.test(operation))?.[1] ?? 'call';
}

const sensibleTexts: Readonly<Record<string, string>> = {
  source: 'vapi',
  permissions: 'calls:read',
  locale: 'fr-FR',
  language: 'fr-FR',
  otherLanguages: 'en-GB',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  key: 'leave_message',
  modelProvider: 'openai',
  model: 'gpt-4o',
  transcriberProvider: 'deepgram',
  voiceProvider: '11labs',
  password: 'un mot de passe',
  country,
  contains: '55',
  item: 'twilio.voice.inbound',
  unit: 'minute',
};

const sensibleMoments: Readonly<Record<string, string>> = {
  expiresAt: '2100-01-01T00:00:00Z',
  start: tomorrow,
  from: new Date().toISOString(),
  to: tomorrow,
};

let numbers = 0;

function nextNumber(): string {
  numbers += 1;
  return `+331990${String(numbers).padStart(5, '0')}`;
}

function sensible(type: string, name: string, operation: string): unknown {
  const declared = schema.getType(type);
  if (declared && 'getValues' in declared) return declared.getValues()[0]?.name;
  if (type === 'ID') return own[kindOf(name, operation)];
  if (type === 'String') return sensibleTexts[name] ?? 'Camille';
  if (type === 'EmailAddress') return newEmail();
  if (type === 'PhoneNumber') return operation.endsWith('PhoneNumber') ? lineNumber : nextNumber();
  if (type === 'DateTime') return sensibleMoments[name] ?? '2026-01-01T00:00:00Z';
  return { Int: 3, Boolean: true, JSON: {}, Decimal: '100' }[type];
}

/** What names a connection that is there. */
function ofConnection(name: string, operation: string): string | undefined {
  const { agentId, integrationId } = connectedBy[operation === 'startIntegrationAuthorization' ? 'bySignIn' : 'byKey'];
  const [key, mode] = operation === 'configureIntegration' ? ['subdomain', 'api_key'] : [];
  return { agentId, integrationId, key, mode, value: 'acme' }[name];
}

function usual(place: Place): Record<string, unknown> {
  const { operation } = place;
  const known = (name: string) => ofConnection(name, operation);
  const variables = sensibleVariables(schema, place, (type, name) => known(name) ?? sensible(type, name, operation));
  if ('integrationId' in variables) return { ...variables, agentId: known('agentId') };
  if (operation === 'bookAppointment') return withValue(variables, ['input', 'attendeeEmail'], newEmail());
  return place.path.includes('memory') ? withValue(variables, ['input', 'memoryConsent'], true) : variables;
}

function callerOf({ operation }: Place): ApiClient {
  return operation === 'workspaces' || operation === 'rotateEncryptionKeys' ? admin.client : owner.client;
}

/**
 * Operations that end what they name, need a secret that nobody has here, or an account at Vapi, or a call that goes on; and
 * cursors, which no one can invent.
 */
const cannotSucceed = new RegExp(
  `^(${[
    ...['delete', 'revoke', 'erase', 'disconnect', 'removeMember', 'release', 'undo'],
    ...['confirmApp', 'declineApp', 'cancelApp', 'rescheduleApp', 'inviteCal'],
    ...['acceptInv', 'refresh', 'reset', 'signIn'],
    ...['provisioningPlan', 'importVapi', 'placeTestCall'],
    ...['sayInCall', 'muteAssistant', 'transferCall', 'endCall'],
  ].join('|')})`,
);

const heard = new Set<string>();

interface Tried {
  faults: string[];
  accepted: boolean;
}

/** Puts one value in one place. */
async function attempt(place: Place, value: unknown): Promise<Tried> {
  const body = { query: place.query, variables: withValue(usual(place), place.path, value) };
  const answer = await send(callerOf(place).with({ 'accept-language': 'fr' }), body);
  const faults = [
    ...indecenciesOf(answer.status, answer.body),
    ...echoFault(place, value, answer),
    ...strayFault(place, value, answer),
  ];
  const [french] = answer.errors;
  const refusal = `${place.path.join('.')} ${french?.reason}`;
  if (french && !heard.has(refusal)) {
    heard.add(refusal);
    const english = await send(callerOf(place).with({ 'accept-language': 'en-GB' }), body);
    faults.push(...indecenciesOf(english.status, english.body));
    if (english.errors[0]?.message === french.message) faults.push(`in one language: ${french.message}`);
  }
  const tried = `${place.path.join('.')} = ${JSON.stringify(value).slice(0, 60)}`;
  return { faults: faults.map((fault) => `${tried}: ${fault}`), accepted: !french };
}

/** What was accepted comes back as it was, but for blanks around it. */
function echoFault({ operation, path }: Place, value: unknown, { body }: Answer): string[] {
  if (typeof value !== 'string' || value.trim() === '' || body.includes('"errors"')) return [];
  const { data } = JSON.parse(body) as { data: Record<string, Record<string, unknown> | null> };
  const echo = data[operation]?.[path.at(-1) ?? ''];
  if (typeof echo !== 'string' || echo === value.trim()) return [];
  return [`stored as ${JSON.stringify(echo).slice(0, 60)}`];
}

/** What names nothing is refused or finds nothing; least of all does it stand for everything. */
function strayFault({ operation, type }: Place, value: unknown, { body, errors }: Answer): string[] {
  if (type !== 'ID' || typeof value !== 'string' || errors.length > 0) return [];
  // Some operations take ids of any kind.
  if (Object.values(own).includes(value)) return [];
  const { data } = JSON.parse(body) as { data: Record<string, { totalCount?: number } | unknown[] | null> };
  const found = data[operation];
  const isNothing = found === null || (Array.isArray(found) ? found.length === 0 : found?.totalCount === 0);
  return isNothing ? [] : ['found something'];
}

function attacksOn(operation: string): (() => Promise<Tried>)[] {
  return places
    .filter((place) => place.operation === operation)
    .flatMap((place) => {
      const usualKind = kindOf(place.path.at(-1) ?? '', operation);
      const [other = ''] = Object.entries(own).flatMap(([kind, id]) => (kind === usualKind ? [] : [id]));
      const values = hostileValues(place.type, { foreign: [other, foreign[usualKind] ?? ''], brief: !place.isFirst });
      return values.map((value) => () => attempt(place, value));
    });
}

/** Where an operation adds one row each time it is accepted. */
const madeBy: Readonly<Record<string, string>> = {
  signUp: 'users',
  createContact: 'contacts',
  createVoiceAssistant: 'voice_assistants',
  createWebhookEndpoint: 'webhook_endpoints',
  createApiKey: 'api_keys',
};
const queries = new Set(places.flatMap(({ kind, operation }) => (kind === 'query' ? [operation] : [])));

/** Rows that nobody asked for. */
function surplus(operation: string, accepted: number, counts: Record<'before' | 'after', Record<string, number>>) {
  const grown = Object.entries(counts.after).map(([table, count]) => [table, count - (counts.before[table] ?? 0)]);
  const growth = Object.fromEntries(grown) as Record<string, number>;
  if (queries.has(operation)) return Object.entries(growth).filter(([, rows]) => rows !== 0);
  const table = madeBy[operation];
  return table !== undefined && growth[table] !== accepted ? [[table, growth[table], accepted]] : [];
}

describe('a value that no form would send', () => {
  it.each([...new Set(places.map(({ operation }) => operation))])('is refused or kept as it is by %s', async (name) => {
    const attacks = attacksOn(name);
    const tried: Tried[] = [];
    const before = await rowCounts(server.databaseUrl);
    while (attacks.length > 0) tried.push(...(await Promise.all(attacks.splice(0, 8).map((attack) => attack()))));
    expect(tried.flatMap(({ faults }) => faults)).toEqual([]);
    const accepted = tried.filter((one) => one.accepted).length;
    expect(surplus(name, accepted, { before, after: await rowCounts(server.databaseUrl) })).toEqual([]);
  });

  it('stands where a sensible one would be accepted', async () => {
    await connectAll(owner.client);
    const refused: string[] = [];
    for (const place of places) {
      if (cannotSucceed.test(place.operation) || place.path[0] === 'after') continue;
      const { body, errors } = await send(callerOf(place), { query: place.query, variables: usual(place) });
      if (errors.length > 0) refused.push(`${place.operation} ${place.path.join('.')}: ${body.slice(0, 200)}`);
    }
    expect(refused).toEqual([]);
  });
});
