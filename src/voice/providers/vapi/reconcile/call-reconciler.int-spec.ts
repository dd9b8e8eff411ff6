import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js';
import { createWorkspace } from '../../../../../test/support/workspaces.js';
import { Config } from '../../../../kernel/config/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../../../kernel/context/index.js';
import { json, localServer, type Answer, type LocalServer } from '../../../../kernel/http/testing/local-server.js';
import { AppLogger } from '../../../../kernel/observability/index.js';
import { CallRecord } from '../../../calls/testing/call-record.js';
import { readVapiEvent } from '../reading/read-vapi-event.js';
import type { VapiBody } from '../testing/call-script.js';
import { callScripts } from '../testing/call-scripts.js';
import { CallReconciler } from './call-reconciler.js';
import { UnreportedCalls } from './unreported-calls.js';
import { VapiCalls } from './vapi-calls.js';

let database: TestDatabase;
let record: CallRecord;
const servers: LocalServer[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  record = await CallRecord.open(database);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(async () => {
  await record.close();
  await database.drop();
});

const began = Date.UTC(2026, 8, 1, 10);
const after = (minutes: number) => new Date(began + minutes * 60_000);
const { signal } = new AbortController();
const nobody = systemContext({ actor: 'test' });

async function vapi(answer: Answer, key: Record<string, string> = { VAPI_API_KEY: 'key-1' }) {
  const server = await localServer(answer);
  servers.push(server);
  const config = Config.read({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://unused',
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    VAPI_BASE_URL: server.url,
    ...key,
  });
  const calls = new UnreportedCalls(record.unitOfWork);
  const log = new AppLogger({ level: 'silent' });
  const reconciler = new CallReconciler(calls, new VapiCalls(config), record.recorder, record.unitOfWork, log);
  return { server, reconciler };
}

async function play(ctx: RequestContext, bodies: readonly VapiBody[]): Promise<void> {
  await record.record(
    ctx,
    bodies.flatMap((body) => readVapiEvent(body, after(0)) ?? []),
  );
}

/** The call as Vapi has it after its end: what the report would have said, on the call itself. */
function endedCall(id: string) {
  const { message = {} } = callScripts.inbound?.(id).at(-1) ?? {};
  const { call, type: _type, timestamp: _timestamp, ...report } = message;
  return { ...(call as object), ...report, status: 'ended', updatedAt: after(1).toISOString() };
}

describe('a call without a report', () => {
  it('gets from Vapi what the report would have said', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const [lost, whole] = [uuidv7(), uuidv7()];
    await play(ctx, callScripts.inbound?.(lost).slice(0, 5) ?? []);
    await play(ctx, callScripts.inbound?.(whole) ?? []);
    const { server, reconciler } = await vapi(json(200, endedCall(lost)));

    await reconciler.reconcile(nobody, after(5), signal);
    await reconciler.reconcile(nobody, after(10), signal);

    expect(server.received.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
      ['GET', `/call/${lost}`, 'Bearer key-1'],
    ]);
    const [got, told] = [await record.rows(ctx, lost), await record.rows(ctx, whole)];
    expect(got.call).toMatchObject({
      status: 'COMPLETED',
      summary: told.call.summary,
      cost: told.call.cost,
      ended_at: told.call.ended_at,
    });
    expect(got.segments.map(({ text }) => text)).toEqual(told.segments.map(({ text }) => text));
    expect(got.costs).toEqual(told.costs);
  });

  it('is asked for after 5, 10, 20 and 40 minutes, and not in between', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const id = uuidv7();
    await play(ctx, callScripts.inbound?.(id).slice(0, 5) ?? []);
    const { server, reconciler } = await vapi(
      json(200, { id, status: 'in-progress', updatedAt: after(1).toISOString() }),
    );
    const asked: number[] = [];
    for (let minute = 1; minute <= 45; minute += 1) {
      const before = server.received.length;
      await reconciler.reconcile(nobody, after(minute), signal);
      if (server.received.length > before) asked.push(minute);
    }
    expect(asked).toEqual([5, 10, 20, 40]);
    expect((await record.rows(ctx, id)).call).toMatchObject({ status: 'IN_PROGRESS' });
  });

  it('is asked for once a run, and no further when Vapi refuses the key', async () => {
    const ctx = await createWorkspace(record.dataSource);
    for (const id of [uuidv7(), uuidv7()]) await play(ctx, callScripts.inbound?.(id).slice(0, 2) ?? []);
    const { server, reconciler } = await vapi(json(401, { message: 'Invalid Key' }));
    await reconciler.reconcile(nobody, after(5), signal);
    expect(server.received).toHaveLength(1);
  });

  it('does not keep others waiting when Vapi does not know it', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const ids = [uuidv7(), uuidv7()];
    for (const id of ids) await play(ctx, callScripts.inbound?.(id).slice(0, 2) ?? []);
    const { server, reconciler } = await vapi(json(404, { message: 'Not found' }));
    await reconciler.reconcile(nobody, after(5), signal);
    const asked = server.received.map(({ url }) => url.replace('/call/', ''));
    expect(asked).toEqual(expect.arrayContaining(ids));
  });

  it('is not asked for without an account', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const id = uuidv7();
    await play(ctx, callScripts.inbound?.(id).slice(0, 2) ?? []);
    const { server, reconciler } = await vapi(json(200, {}), {});
    await reconciler.reconcile(nobody, after(5), signal);
    expect(server.received).toEqual([]);
  });
});
