import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { startSandbox } from '../../src/sandbox/index.js';
import type { ApiClient } from '../support/api-client.js';
import { placesOf, sensibleVariables, withValue, type Place } from '../support/attack-generator.js';
import { errorsIn, faultsIn, indecenciesOf } from '../support/decent-answer.js';
import { hostileValues } from '../support/hostile-values.js';
import { newEmail, signIn, signUp, type Person } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const places = placesOf(schema);
const adminAccount = { email: newEmail(), password: randomUUID() };

let server: TestServer;
let owner: Person;
let stranger: Person;
let admin: Person;
/** Something of the owner's of each kind, by the prefix of its id. */
let own: Record<string, string>;
let foreign: string[];

beforeAll(async () => {
  server = await startServer({
    ADMIN_EMAIL: adminAccount.email,
    ADMIN_PASSWORD: adminAccount.password,
    // Lets each request come from an address of its own, so that no limit on attempts hides what lies behind it.
    TRUSTED_PROXIES: 'loopback',
  });
  const demo = await startSandbox({ baseUrl: server.url, dataDir: server.dataDir, log: () => undefined });
  owner = await signIn(server.client, demo);
  admin = await signIn(server.client, adminAccount);
  stranger = await signUp(server.client);
  own = await idsOf(owner.client);
  foreign = Object.values(await idsOf(stranger.client));
});
afterAll(() => server.close());

async function idsOf(client: ApiClient): Promise<Record<string, string>> {
  await client.ask('mutation { createContact(input: { name: "Dupont" }) { id } }');
  await client.ask('mutation { createWebhookEndpoint(source: "vapi") { secret } }');
  await client.ask('mutation { createApiKey(name: "x", permissions: ["calls:read"]) { secret } }');
  await client.ask('mutation { createVoiceAssistant(input: { context: "x", clientName: "Un client" }) { id } }');
  const told = await client.ask<object>(`{ me { id } workspace { id } apiKeys { id } webhookEndpoints { id } clients { id }
    contacts { nodes { id } } voiceAssistants { nodes { id } } calls { nodes { id } } webhookEvents(first: 1) { nodes { id } }
    auditLog(first: 1) { nodes { id } } }`);
  const ids = JSON.stringify(told).matchAll(/"(([a-z]+)_[0-9a-f-]{36})"/g);
  return Object.fromEntries([...ids].map(([, id = '', kind = '']) => [kind, id]));
}

interface Answer {
  status: number;
  body: string;
}

async function send(client: ApiClient, body: object, language = 'fr'): Promise<Answer> {
  const from = Array.from({ length: 4 }, () => Math.floor(Math.random() * 256)).join('.');
  const reply = await client
    .with({ 'accept-language': language, 'x-forwarded-for': from })
    .request('POST', '/graphql', body);
  return { status: reply.status, body: await reply.text() };
}

describe('a value that no form would send', () => {
  const kindOfId: Record<string, string> = {
    assistantId: 'assistant',
    callId: 'call',
    clientId: 'client',
    contactId: 'contact',
    userId: 'user',
    targetId: 'workspace',
    ids: 'event',
  };
  const kindOfOperation: [RegExp, string][] = [
    [/Assistant$/, 'assistant'],
    [/Call$|^call$/, 'call'],
    [/Contact$/, 'contact'],
    [/Key$/, 'apikey'],
    [/Webhook(Secret|Endpoint)$/, 'endpoint'],
    [/Workspace$/, 'workspace'],
  ];
  const sensible: Record<string, (name: string, operation: string) => unknown> = {
    Int: () => 3,
    Boolean: () => true,
    JSON: () => ({}),
    DateTime: () => '2026-01-01T00:00:00Z',
    EmailAddress: () => newEmail(),
    PhoneNumber: () => `+3319${Math.random().toString().slice(2, 10)}`,
    ID: (name, operation) =>
      own[kindOfId[name] ?? kindOfOperation.find(([pattern]) => pattern.test(operation))?.[1] ?? 'call'],
    String: (name) => sensibleTexts[name] ?? 'Camille',
  };
  const sensibleTexts: Record<string, string> = {
    source: 'vapi',
    permissions: 'calls:read',
    locale: 'fr-FR',
    language: 'fr-FR',
    otherLanguages: 'en-GB',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    key: 'leave_message',
    password: 'un mot de passe',
  };

  function valueOf(type: string, name: string, operation: string): unknown {
    const values = schema.getType(type);
    if (values && 'getValues' in values) return values.getValues()[0]?.name;
    return sensible[type]?.(name, operation);
  }

  function callerOf({ operation }: Place): ApiClient {
    return operation === 'workspaces' ? admin.client : owner.client;
  }

  async function attack(place: Place, value: unknown): Promise<string[]> {
    const usual = sensibleVariables(schema, place, (type, name) => valueOf(type, name, place.operation));
    const body = { query: place.query, variables: withValue(usual, place.path, value) };
    const answer = await send(callerOf(place), body);
    const faults = [...indecenciesOf(answer.status, answer.body), ...echoFault(place, value, answer)];
    const [french] = errorsIn(answer.body) ?? [];
    const heard = `${place.path.join('.')} ${french?.reason}`;
    if (french && !inEnglish.has(heard)) {
      inEnglish.add(heard);
      const english = await send(callerOf(place), body, 'en-GB');
      faults.push(...indecenciesOf(english.status, english.body));
      if (errorsIn(english.body)?.[0]?.message === french.message) faults.push(`only one language: ${french.message}`);
    }
    return faults.map((fault) => `${place.path.join('.')} = ${JSON.stringify(value)?.slice(0, 60)}: ${fault}`);
  }
  const inEnglish = new Set<string>();

  /** What was accepted comes back as it was, but for blanks around it. */
  function echoFault({ operation, path }: Place, value: unknown, { body }: Answer): string[] {
    if (typeof value !== 'string' || body.includes('"errors"')) return [];
    const { data } = JSON.parse(body) as { data: Record<string, Record<string, unknown> | null> };
    const echo = data[operation]?.[path.at(-1) ?? ''];
    return typeof echo !== 'string' || echo === value || echo === value.trim() || value.trim() === ''
      ? []
      : [`stored as ${JSON.stringify(echo).slice(0, 60)}`];
  }

  it.each([...new Set(places.map(({ operation }) => operation))])('is refused or kept as it is by %s', async (name) => {
    const attacks = places
      .filter(({ operation }) => operation === name)
      .flatMap((place) => hostileValues(place.type, [...Object.values(own), ...foreign]).map((value) => [place, value] as const));
    const faults: string[] = [];
    while (attacks.length > 0) {
      const some = attacks.splice(0, 8);
      faults.push(...(await Promise.all(some.map(([place, value]) => attack(place, value)))).flat());
    }
    expect(faults).toEqual([]);
  });

  it('leaves no fault in the log', () => {
    expect(faultsIn(server.logLines)).toEqual([]);
  });
});
