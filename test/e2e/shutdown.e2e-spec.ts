import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { ApiClient } from '../support/api-client.js';
import { compileForChildren, type CompiledSources } from '../support/compile-for-children.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { connectSuperuser } from '../support/every-row.js';
import { HalfSent } from '../support/half-sent.js';
import { openWire } from '../support/live-client.js';
import { signUp, type Person } from '../support/people.js';
import { endpointOf, type Endpoint } from '../support/played-call.js';
import { ServerChild } from '../support/server-child.js';
import { until } from '../support/until.js';
import { phraseOf, utterance, UtteranceLoad } from '../support/utterance-load.js';

/** What an orchestrator leaves between SIGTERM and SIGKILL. */
const longestMs = 10_000;

let sources: CompiledSources;
let database: TestDatabase;
let superuser: Client;
let dataDir: string;
let env: Record<string, string> & { DATA_DIR: string };
const children: ServerChild[] = [];

beforeAll(async () => {
  sources = await compileForChildren('src', 'migrations');
}, 60_000);
beforeEach(async () => {
  database = await createTestDatabase();
  await migrateQueue(database.url);
  superuser = await connectSuperuser(database.url);
  dataDir = mkdtempSync(join(tmpdir(), 'shutdown-'));
  env = {
    NODE_ENV: 'production',
    WORKER: 'off',
    SANDBOX: 'off',
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    JWT_SECRET: randomBytes(32).toString('hex'),
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
    WEBHOOK_BURST: '1000000',
    // Nobody may have to wait for what a process took away with it.
    WEBHOOK_CLAIM_LEASE_SECONDS: '3600',
  };
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.discard()));
  await superuser.end();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});
afterAll(() => sources.remove());

async function start(file: 'main.js' | 'worker.js', more: Record<string, string> = {}): Promise<ServerChild> {
  const child = await ServerChild.start(sources, file, { ...env, ...more });
  children.push(child);
  return child;
}

async function newOwner(api: ServerChild): Promise<{ owner: Person; endpoint: Endpoint; load: UtteranceLoad }> {
  const client = new ApiClient(api.url);
  const owner = await signUp(client);
  const endpoint = await endpointOf(owner.client);
  return { owner, endpoint, load: new UtteranceLoad(client, endpoint) };
}

/** Exit code 0, in time, without a signal that ended it. */
async function expectCleanEnd(child: ServerChild): Promise<void> {
  const { code, signal, afterMs } = await child.exited;
  expect([code, signal, afterMs < longestMs]).toEqual([0, null, true]);
  expect(child.lines.filter((line) => /"level":"(error|fatal)"|_incomplete"/.test(line))).toEqual([]);
}

/** Whether new connections are turned away. */
function refuses({ url }: ServerChild): Promise<boolean> {
  const { hostname: host, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) }, () => resolve(false));
    socket.once('error', () => resolve(true)).once('connect', () => socket.destroy());
  });
}

async function column(statement: string): Promise<string[]> {
  const { rows } = await superuser.query<{ text: string }>(statement);
  return rows.map(({ text }) => text).sort();
}

const inOrder = (texts: Iterable<string>) => [...texts].sort();
/** What was said in the events that are stored. */
const stored = () =>
  column(`SELECT convert_from(body, 'UTF8')::jsonb #>> '{message,transcript}' AS text FROM webhook_events`);
const transcribed = () => column('SELECT text FROM transcript_segments');
const eventsLike = async (status: string) =>
  (await column(`SELECT id::text AS text FROM webhook_events WHERE status = '${status}'`)).length;

/** What was acknowledged is worked on by the next worker, each utterance once. */
async function expectNothingLost(acknowledged: Iterable<string>): Promise<void> {
  const said = inOrder(acknowledged);
  // Nobody was cut off between the commit and the answer either.
  expect(await stored()).toEqual(said);
  const worker = await start('worker.js');
  await until(async () => (await eventsLike('PROCESSED')) === said.length, 20_000);
  expect(await transcribed()).toEqual(said);
  worker.terminate();
  await expectCleanEnd(worker);
}

describe('SIGTERM', () => {
  it('ends an API process under load: it takes nothing more and finishes what it has accepted', async () => {
    const api = await start('main.js');
    const { owner, endpoint, load } = await newOwner(api);
    load.start(16);
    await until(() => load.acknowledged.size >= 300);
    const platform = new ApiClient(api.url, { 'x-vapi-secret': endpoint.secret });
    const lateNumber = 9_999_990;
    const event = await HalfSent.open(platform, `POST ${endpoint.path}`, utterance(lateNumber));
    const query = 'mutation { createContact(input: { name: "Dupont" }) { name } }';
    const mutation = await HalfSent.open(owner.client, 'POST /graphql', JSON.stringify({ query }));
    const subscriber = await openWire(api.url);
    subscriber.send({ type: 'connection_init', payload: { authorization: `Bearer ${owner.accessToken}` } });
    await until(() => subscriber.heard.length > 0);

    api.terminate();

    await until(() => refuses(api));
    expect(api.isAlive).toBe(true);
    expect(await event.finish()).toEqual({ status: 200, body: '{}' });
    load.acknowledged.add(phraseOf(lateNumber));
    expect(JSON.parse((await mutation.finish()).body)).toEqual({ data: { createContact: { name: 'Dupont' } } });
    expect(await subscriber.closed).toBe(1001);
    await load.ended();
    await expectCleanEnd(api);
    expect(await column('SELECT name AS text FROM contacts')).toEqual(['Dupont']);
    await expectNothingLost(load.acknowledged);
  }, 60_000);

  it('ends a worker under load: it finishes the jobs that run and leaves the others to the next one', async () => {
    const api = await start('main.js');
    const { load } = await newOwner(api);
    load.start(16, 1_000);
    await load.ended();
    expect([load.acknowledged.size, load.failures]).toEqual([1_000, []]);
    // Jobs begin, and cannot end before the worker is told to.
    await superuser.query('BEGIN');
    await superuser.query('LOCK TABLE transcript_segments IN SHARE ROW EXCLUSIVE MODE');
    const worker = await start('worker.js');
    await until(async () => (await column('SELECT pid::text AS text FROM pg_locks WHERE NOT granted')).length > 0);

    worker.terminate();

    await until(() => worker.lines.some((line) => line.includes('"process.draining"')));
    expect(await eventsLike('PROCESSED')).toBe(0);
    await superuser.query('COMMIT');
    await expectCleanEnd(worker);
    const done = await eventsLike('PROCESSED');
    expect([done > 0, done < 1_000]).toEqual([true, true]);
    await expectNothingLost(load.acknowledged);
  }, 60_000);

  it('ends one process that is both, under load', async () => {
    const both = await start('main.js', { WORKER: 'inline' });
    const { load } = await newOwner(both);
    load.start(16);
    await until(async () => (await eventsLike('PROCESSED')) >= 300);

    both.terminate();

    await load.ended();
    await expectCleanEnd(both);
    await expectNothingLost(load.acknowledged);
  }, 60_000);
});
