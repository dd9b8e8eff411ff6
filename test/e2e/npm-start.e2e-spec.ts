import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { ApiClient } from '../support/api-client.js';
import { compileForChildren, type CompiledSources } from '../support/compile-for-children.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { signIn } from '../support/people.js';
import { ServerChild } from '../support/server-child.js';
import { until } from '../support/until.js';

let sources: CompiledSources;
let database: TestDatabase;
let dataDir: string;
let child: ServerChild | undefined;

beforeAll(async () => {
  sources = await compileForChildren('src', 'migrations');
  database = await createTestDatabase();
  await migrateQueue(database.url);
  dataDir = mkdtempSync(join(tmpdir(), 'npm-start-'));
}, 60_000);
afterAll(async () => {
  await child?.discard();
  sources.remove();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Ends when the visitor has been told what to paste. */
async function start(): Promise<ServerChild> {
  const env = { NODE_ENV: 'development', DATABASE_URL: database.url, DATA_DIR: dataDir };
  child = await ServerChild.start(sources, 'main.js', env);
  await until(() => child?.lines.some((line) => line.includes('paste this query')), 30_000);
  return child;
}

const read = (file: string): string => readFileSync(join(dataDir, file), 'utf8');

async function shown({ url, lines }: ServerChild) {
  const credentials = JSON.parse(read('sandbox.json')) as { email: string; password: string };
  const { client } = await signIn(new ApiClient(url), credentials);
  const query = lines.slice(lines.findIndex((line) => line.startsWith('query LastCall'))).join('\n');
  const { calls } = await client.ask<{ calls: { nodes: { id: string; appointments: { id: string }[] }[] } }>(
    query.slice(0, query.lastIndexOf('\n}') + 2).replace(/^query \w+/, 'query'),
  );
  const { calUids } = await client.ask<{ calUids: { nodes: { calUid: string }[] } }>(
    '{ calUids: appointments(first: 5) { nodes { calUid } } }',
  );
  return { calls: calls.nodes, uids: calUids.nodes.map(({ calUid }) => calUid) };
}

describe('npm start', () => {
  it('shows a call with its appointment, which the next start finds in the same calendar', async () => {
    const first = await start();
    const before = await shown(first);
    expect(before.calls).toMatchObject([{ appointments: [{ id: expect.stringMatching(/^appointment_/) as string }] }]);
    first.terminate();
    expect(await first.exited).toMatchObject({ code: 0 });
    const calendar = JSON.parse(read('sandbox-calcom.json')) as { bookings: { uid: string; status: string }[] };
    expect(calendar.bookings).toEqual([expect.objectContaining({ uid: before.uids[0], status: 'accepted' })]);

    expect(await shown(await start())).toEqual(before);
    expect(first.lines.filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([]);
  }, 120_000);
});
