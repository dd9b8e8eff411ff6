import { gate } from '../../../../test/support/gate.js';
import { createWorkspace } from '../../../../test/support/workspaces.js';
import { systemContext, uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import { CallRecord } from '../testing/call-record.js';
import { CallRetention } from './call-retention.js';

let record: CallRecord;
let retention: CallRetention;

beforeAll(async () => {
  record = await CallRecord.open();
  retention = new CallRetention(record.unitOfWork);
});
afterAll(() => record.close());

const intake = systemContext({ actor: 'test', access: 'intake' });

function inDatabase<Row extends object>(ctx: RequestContext, text: string, values: unknown[] = []): Promise<Row[]> {
  return record.unitOfWork.run(ctx, (tx) => sql<Row>(tx, text, values));
}

async function keep(ctx: RequestContext, days: number | null): Promise<void> {
  await inDatabase(ctx, 'UPDATE workspaces SET retention_days = $1, updated_at = now()', [days]);
}

/** A workspace that keeps its calls for so many days, and such calls. */
async function workspaceWith(count: number, days: number | null = 30): Promise<RequestContext> {
  const ctx = await createWorkspace(record.dataSource);
  await keep(ctx, days);
  const ids = Array.from({ length: count }, () => uuidv7());
  await inDatabase(
    ctx,
    `INSERT INTO calls (id, workspace_id, vapi_call_id, status, began_at, ended_at, delete_after)
     SELECT id, $2, id::text, 'COMPLETED', '2026-10-01T10:00:00Z', '2026-10-01T10:05:00Z',
       '2026-10-01T10:05:00Z'::timestamptz + make_interval(days => $3::int) FROM unnest($1::uuid[]) AS id`,
    [ids, ctx.workspaceId, days],
  );
  return ctx;
}

/** The moments at which the calls of a workspace are to be deleted, each with the number of calls. */
async function moments(ctx: RequestContext): Promise<Record<string, number>> {
  const rows = await inDatabase<{ at: Date | null; count: number }>(
    ctx,
    'SELECT delete_after AS at, count(*)::int AS count FROM calls GROUP BY 1',
  );
  return Object.fromEntries(rows.map(({ at, count }) => [at?.toISOString() ?? 'never', count]));
}

const apply = (all = false) => retention.apply(intake, { all });

describe('A changed retention', () => {
  it.each<[string, number | null, number | null, string]>([
    ['shorter', 30, 7, '2026-10-08T10:05:00.000Z'],
    ['longer', 30, 90, '2026-12-30T10:05:00.000Z'],
    ['set for the first time', null, 7, '2026-10-08T10:05:00.000Z'],
    ['given up', 30, null, 'never'],
  ])('holds for the calls that are stored: %s', async (...[, before, after, moment]) => {
    const ctx = await workspaceWith(3, before);
    await keep(ctx, after);
    expect(await apply()).toBe(3);
    expect(await moments(ctx)).toEqual({ [moment]: 3 });
    expect(await apply()).toBe(0);
  });

  it('counts from the beginning of a call whose end is not known', async () => {
    const ctx = await workspaceWith(1);
    await inDatabase(ctx, 'UPDATE calls SET ended_at = NULL');
    await keep(ctx, 7);
    await apply();
    expect(await moments(ctx)).toEqual({ '2026-10-08T10:00:00.000Z': 1 });
  });

  it('holds for every call, however many there are', async () => {
    const ctx = await workspaceWith(2_500);
    await keep(ctx, 7);
    expect(await apply()).toBe(2_500);
    expect(await moments(ctx)).toEqual({ '2026-10-08T10:05:00.000Z': 2_500 });
  });

  it('is nobody else’s', async () => {
    const [one, other] = [await workspaceWith(1), await workspaceWith(1)];
    await keep(one, 7);
    await apply();
    expect(await moments(other)).toEqual({ '2026-10-31T10:05:00.000Z': 1 });
  });

  it('is looked for where a workspace was changed within the hour, and everywhere when asked to', async () => {
    const ctx = await workspaceWith(1);
    await keep(ctx, 7);
    await inDatabase(ctx, `UPDATE workspaces SET updated_at = now() - interval '2 hours'`);
    await apply();
    expect(await moments(ctx)).toEqual({ '2026-10-31T10:05:00.000Z': 1 });
    await apply(true);
    expect(await moments(ctx)).toEqual({ '2026-10-08T10:05:00.000Z': 1 });
  });

  it('waits for no call that is being recorded, and comes back for it', async () => {
    const ctx = await workspaceWith(2);
    await keep(ctx, 7);
    const [locked, release] = [gate(), gate()];
    const recording = record.unitOfWork.run(ctx, async (tx) => {
      await sql(tx, 'SELECT FROM calls ORDER BY id LIMIT 1 FOR UPDATE');
      locked.open();
      await release.promise;
    });
    await locked.promise;
    expect(await apply()).toBe(1);
    release.open();
    await recording;
    expect(await apply()).toBe(1);
    expect(await moments(ctx)).toEqual({ '2026-10-08T10:05:00.000Z': 2 });
  });

  it('may be applied by several workers at once', async () => {
    const ctx = await workspaceWith(1_500);
    await keep(ctx, 7);
    const moved = await Promise.all([apply(), apply(), apply()]);
    expect(moved[0] + moved[1] + moved[2]).toBeLessThanOrEqual(1_500);
    await apply();
    expect(await moments(ctx)).toEqual({ '2026-10-08T10:05:00.000Z': 1_500 });
  });

  it('stops when it is told to, and goes on with the next run', async () => {
    const ctx = await workspaceWith(1);
    await keep(ctx, 7);
    expect(await retention.apply(intake, { all: false, signal: AbortSignal.abort() })).toBe(0);
    expect(await apply()).toBe(1);
  });

  it('reads a page of a large workspace by its key', async () => {
    const ctx = await workspaceWith(3_000);
    await record.unitOfWork.run(ctx, async (tx) => {
      const plan = await sql<{ 'QUERY PLAN': string }>(
        tx,
        `EXPLAIN SELECT id FROM calls WHERE workspace_id = '${ctx.workspaceId}' AND id > '${uuidv7()}' ORDER BY id LIMIT 1000`,
      );
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(
        /Scan (using|on) calls_pkey[\s\S]*workspace_id = .* AND \(id > /,
      );
    });
  });
});
