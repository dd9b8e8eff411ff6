import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { runDemo } from '../../src/sandbox/index.js';
import { ApiClient } from '../support/api-client.js';
import { compileForChildren, type CompiledSources } from '../support/compile-for-children.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { freePorts } from '../support/free-ports.js';
import { signIn } from '../support/people.js';
import { ServerChild } from '../support/server-child.js';
import { until } from '../support/until.js';

let sources: CompiledSources;
let database: TestDatabase;
let dataDir: string;
let child: ServerChild | undefined;
let owner: ApiClient;

beforeAll(async () => {
  sources = await compileForChildren('src', 'migrations');
  database = await createTestDatabase();
  await migrateQueue(database.url);
  dataDir = mkdtempSync(join(tmpdir(), 'ring-'));
  // Twilio signs the address that it was given.
  const [port] = await freePorts(1);
  const env = { NODE_ENV: 'development', DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: String(port) };
  child = await ServerChild.start(sources, 'main.js', env);
  await until(() => child?.lines.some((line) => line.includes('paste this query')), 30_000);
  const sandbox = JSON.parse(readFileSync(join(dataDir, 'sandbox.json'), 'utf8')) as Credentials;
  owner = (await signIn(new ApiClient(child.url), sandbox)).client;
}, 90_000);
afterAll(async () => {
  await child?.discard();
  sources.remove();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Credentials {
  email: string;
  password: string;
}

interface Call {
  toNumber: string;
  status: string;
  twilioCallSid: string | null;
  vapiCallId: string | null;
  assistant: { name: string };
  transcript: { role: string; text: string }[];
  toolInvocations: { name: string; result: string | null }[];
  appointments: { title: string }[];
}

const callFields = `toNumber status twilioCallSid vapiCallId assistant { name } transcript { role text }
  toolInvocations { name result } appointments { title }`;

/** `npm run demo -- --ring <number>` in another terminal. */
async function ring(number: string, ...more: string[]) {
  const printed: string[] = [];
  const print = (line: string) => printed.push(line);
  const argv = ['--ring', number, '--speed', 'fast', ...more];
  return { code: await runDemo({ argv, dataDir, locale: 'fr', print }), output: printed.join('\n') };
}

async function buyNumber(): Promise<string> {
  const { phoneNumberOffers } = await owner.ask<{ phoneNumberOffers: { number: string }[] }>(
    '{ phoneNumberOffers(country: "US") { number } }',
  );
  const number = phoneNumberOffers[0]?.number;
  const { buyPhoneNumber } = await owner.ask<{ buyPhoneNumber: { number: string } }>(
    'mutation ($number: PhoneNumber!) { buyPhoneNumber(number: $number, maxMonthly: "2") { number } }',
    { number },
  );
  return buyPhoneNumber.number;
}

async function createAssistant(phoneNumber: string): Promise<string> {
  const tools = ['availability_read', 'appointment_create', 'leave_message'].map((key) => ({ key }));
  const input = { clientName: 'Chez Nous', context: 'Un restaurant, des tables.', phoneNumber, tools };
  const { createVoiceAssistant: made } = await owner.ask<{ createVoiceAssistant: { id: string } }>(
    'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }',
    { input: { ...input, name: 'Salle', language: 'fr-FR' } },
  );
  await owner.ask('mutation ($id: ID!) { offerEventTypes(assistantId: $id, eventTypeIds: [102]) { id } }', made);
  await until(async () => {
    const query = 'query ($id: ID!) { voiceAssistant(id: $id) { syncState } }';
    return (
      (await owner.ask<{ voiceAssistant: { syncState: string } }>(query, made)).voiceAssistant.syncState === 'SYNCED'
    );
  }, 20_000);
  return made.id;
}

/** The newest one, once all is known of it. */
function lastCall(toNumber: string, isIt: (call: Call) => boolean): Promise<Call> {
  return until(async () => {
    const { calls } = await owner.ask<{ calls: { nodes: Call[] } }>(`{ calls(first: 5) { nodes { ${callFields} } } }`);
    return calls.nodes.find((call) => call.toNumber === toNumber && call.status === 'COMPLETED' && isIt(call));
  }, 20_000);
}

describe('a number that is rung', () => {
  it('is answered by its assistant at Vapi, and by this server once that is its route', async () => {
    const number = await buyNumber();
    const id = await createAssistant(number);
    expect(await ring(number, '--route', 'twilio')).toMatchObject({ code: 1 });
    const atVapi = await ring(number, '--route', 'vapi');
    expect(atVapi).toMatchObject({ code: 0, output: expect.stringMatching(/tous livrés\.\n {3}CA/) as string });
    const first = await lastCall(
      number,
      ({ vapiCallId, appointments }) => vapiCallId !== null && appointments.length > 0,
    );
    expect(first).toMatchObject({
      assistant: { name: 'Salle' },
      twilioCallSid: expect.stringMatching(/^CA/) as string,
    });

    await owner.ask('mutation ($id: ID!) { updateVoiceAssistant(id: $id, input: { route: TWILIO }) { id } }', { id });
    const here = await until(async () => {
      const played = await ring(number, '--route', 'twilio');
      return played.code === 0 ? played : undefined;
    }, 20_000);
    expect(here.output).toMatch(/Dupont : « Nous serons quatre, à vingt heures/);
    expect(here.output).toMatch(/Assistante : « C’est réservé : Table en salle, .*au nom de Dupont/);
    const second = await lastCall(number, ({ vapiCallId }) => vapiCallId === null);
    expect(second).toMatchObject({ assistant: { name: 'Salle' }, appointments: [{ title: 'Table en salle' }] });
    expect(second.toolInvocations.map(({ name }) => name)).toEqual(['availability_read', 'appointment_create']);
    expect(child?.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }, 90_000);
});
