import { uuidv7, type RequestContext } from '../../../../kernel/context/index.js';
import { personalTables, sql } from '../../../../kernel/database/index.js';
import '../../../voice.personal-data.js';
import type { VapiBody } from '../testing/call-script.js';
import { callScripts } from '../testing/call-scripts.js';
import { minutes, Reconciling, type StandIn } from './testing/reconciling.js';
import { endedCall, reportOf, runningCall } from './testing/vapi-call-answer.js';

const opened: Reconciling[] = [];
afterEach(() => Promise.all(opened.splice(0).map((world) => world.close())));

async function open(standIn: StandIn, env?: Record<string, string>): Promise<[Reconciling, RequestContext]> {
  const world = await Reconciling.open(standIn, env);
  opened.push(world);
  return [world, await world.workspace()];
}

const day = 24 * 60;
const inbound = (id: string): VapiBody[] => callScripts.inbound?.(id) ?? [];
const withStatus = (id: string, status: string) => inbound(id).filter(({ message }) => message.status === status);
/** Has begun, and was never heard of again. */
const begun = (id: string) => withStatus(id, 'in-progress');
/** Is over 20 seconds later; its report got lost. */
const over = (id: string) => withStatus(id, 'ended');
const newIds = (count: number) => Array.from({ length: count }, () => uuidv7());
const answered: StandIn = (id) => [200, endedCall(reportOf(inbound(id)))];
const running: StandIn = (id) => [200, runningCall(reportOf(inbound(id)), { updatedAt: minutes(1).toISOString() })];

/** The rows of a call without what is its own or the reconciler's, so that two calls can be compared. */
async function rowsOf({ record }: Reconciling, ctx: RequestContext, id: string): Promise<unknown> {
  const { call, ...parts } = await record.rows(ctx, id);
  const { reconciled_at: _at, reconcile_attempts: _attempts, ...columns } = call;
  return JSON.parse(
    JSON.stringify({ call: columns, ...parts })
      .replaceAll(id, 'call')
      .replaceAll(id.slice(0, 8), 'sid'),
  );
}

describe('a call whose report got lost', () => {
  it('gets from Vapi what the report would have said, once', async () => {
    const [world, ctx] = await open(answered);
    const [lost, whole] = [uuidv7(), uuidv7()];
    await world.play(ctx, inbound(lost).slice(0, 5));
    await world.play(ctx, inbound(whole));

    expect(await world.minutesAsked(lost, [3, 6, 7, 20, 60, day])).toEqual([6]);

    expect(world.asked).toEqual([lost]);
    const [got, told] = [await world.record.rows(ctx, lost), await world.record.rows(ctx, whole)];
    for (const column of ['status', 'outcome', 'summary', 'satisfaction', 'duration_seconds', 'cost', 'ended_at']) {
      expect([column, got.call[column]]).toEqual([column, told.call[column]]);
    }
    expect(got.segments.map(({ text }) => text)).toEqual(told.segments.map(({ text }) => text));
    expect(got.costs).toEqual(told.costs);
  });

  it('ends as if nobody had asked when the report comes after all', async () => {
    const [world, ctx] = await open((id) => [
      200,
      endedCall(reportOf(inbound(id)), { cost: 9, costs: [], summary: 'x' }),
    ]);
    const [late, onTime] = [uuidv7(), uuidv7()];
    await world.play(ctx, over(late));
    await world.run(4);
    expect(await world.row(ctx, late)).toMatchObject({ reconcile_attempts: null, status: 'COMPLETED' });
    await world.play(ctx, [reportOf(inbound(late))]);
    await world.play(ctx, [...over(onTime), reportOf(inbound(onTime))]);
    expect(await rowsOf(world, ctx, late)).toEqual(await rowsOf(world, ctx, onTime));
  });

  it('ends as the report says when that comes while Vapi is asked', async () => {
    const [late, onTime] = [uuidv7(), uuidv7()];
    const [world, ctx] = await open(async (id) => {
      await world.play(ctx, [reportOf(inbound(id))]);
      return [200, endedCall(reportOf(inbound(id)), { cost: 9 })];
    });
    await world.play(ctx, over(late));
    await world.run(4);
    await world.play(ctx, [...over(onTime), reportOf(inbound(onTime))]);
    expect(world.asked).toEqual([late]);
    expect(await rowsOf(world, ctx, late)).toEqual(await rowsOf(world, ctx, onTime));
  });

  it('is asked for again when Vapi was still working on it', async () => {
    const endedAt = minutes(5).toISOString();
    const [world, ctx] = await open((id) => [200, endedCall(reportOf(inbound(id)), { endedAt })]);
    const id = uuidv7();
    await world.play(ctx, begun(id));
    await world.run(6);
    expect(await world.row(ctx, id)).toMatchObject({
      status: 'COMPLETED',
      report_key: null,
      summary: null,
      cost: null,
    });
    expect(await world.minutesAsked(id, [7, 8, 9, 10, 11, 12, 60])).toEqual([11]);
    expect(await world.row(ctx, id)).toMatchObject({ summary: 'M. Dupont réserve pour quatre.' });
  });
});

describe('a call is asked for', () => {
  it('after 5 minutes of silence while it runs, then ever less often, for 7 days', async () => {
    const [world, ctx] = await open(running);
    const id = uuidv7();
    await world.play(ctx, begun(id));
    const everyMinute = Array.from({ length: 180 }, (_, minute) => minute + 1);
    expect(await world.minutesAsked(id, everyMinute)).toEqual([6, 11, 21, 41, 81, 161]);
    const twicePerDay = Array.from({ length: 16 }, (_, half) => (half * day) / 2 + 600);
    expect(await world.minutesAsked(id, twicePerDay)).toEqual(twicePerDay.filter((minute) => minute < 7 * day));
    expect(await world.row(ctx, id)).toMatchObject({
      status: 'IN_PROGRESS',
      started_at: new Date(minutes(0).getTime() + 500),
    });
  });

  it('3 minutes after its end, for 13 days', async () => {
    const [world, ctx] = await open(() => [503, {}]);
    const id = uuidv7();
    await world.play(ctx, over(id));
    expect(await world.minutesAsked(id, [1, 2, 3, 4, 5, 8, 9, 12.9 * day, 13.1 * day])).toEqual([4, 9, 12.9 * day]);
  });

  it('however long the workers were away', async () => {
    const [world, ctx] = await open(answered);
    const id = uuidv7();
    await world.play(ctx, over(id));
    expect(await world.minutesAsked(id, [1, 47.3])).toEqual([47.3]);
  });

  it('in one of the next runs when there are more than one run takes', async () => {
    const [world, ctx] = await open(answered);
    const many = newIds(120);
    await world.play(ctx, many.flatMap(over));
    const counts: number[] = [];
    for (const minute of [4, 5, 6, 7]) {
      await world.run(minute);
      counts.push(world.asked.length);
    }
    expect(counts).toEqual([50, 100, 120, 120]);
    expect(new Set(world.asked)).toEqual(new Set(many));
  });

  it('by one of two workers that run at once', async () => {
    const [world, ctx] = await open(answered);
    const many = newIds(20);
    await world.play(ctx, many.flatMap(over));
    await Promise.all([world.run(4), world.run(4, world.another()), world.run(4, world.another())]);
    expect([...world.asked].sort()).toEqual([...many].sort());
  });

  it('never when it is the sandbox’s, nor by an id that is not Vapi’s', async () => {
    const [world, ctx] = await open(answered);
    const [sandboxed, odd] = [uuidv7(), ['..', '../assistant', 'a/b', '', `${uuidv7()}/../x`, `${uuidv7()}\n`, 'x']];
    const [first] = begun(sandboxed);
    const call = { ...(first?.message.call as object), metadata: { sandbox: true } };
    await world.play(ctx, [{ message: { ...first?.message, call } }]);
    await world.play(ctx, begun(uuidv7()));
    for (const [index, id] of odd.entries()) {
      const key = `odd-${index}`;
      await world.play(ctx, begun(key));
      await world.update(ctx, 'UPDATE calls SET vapi_call_id = $2 WHERE vapi_call_id = $1', [key, id]);
    }
    await world.run(10);
    await world.run(60);
    expect(world.asked).toHaveLength(1);
  });

  it('never without an account, and nothing is said of it above debug', async () => {
    const [world, ctx] = await open(answered, {});
    await world.play(ctx, over(uuidv7()));
    await world.run(10);
    expect(world.asked).toEqual([]);
    expect(world.lines).toMatchObject([{ event: 'vapi.reconcile.no_account', level: 'debug' }]);
  });
});

describe('what was erased', () => {
  const erasing =
    'UPDATE calls SET reconcile_attempts = NULL, from_number = NULL, from_identity = NULL WHERE vapi_call_id = $1';

  it('is never asked for: erasing a person takes the call off', async () => {
    const calls = personalTables().find(({ table }) => table === 'calls');
    expect(calls?.columns.reconcile_attempts).toBe('null');
    const [world, ctx] = await open(answered);
    const id = uuidv7();
    await world.play(ctx, over(id));
    await world.update(ctx, erasing, [id]);
    await world.run(10);
    expect(world.asked).toEqual([]);
  });

  it.each([
    ['erased', erasing, 1],
    ['deleted', 'DELETE FROM calls WHERE vapi_call_id = $1', 0],
  ])('does not come back when it is %s while Vapi is asked', async (_, change, rows) => {
    const [world, ctx] = await open(async (id) => {
      await world.update(ctx, change, [id]);
      return answered(id, {} as never);
    });
    const id = uuidv7();
    await world.play(ctx, over(id));
    await world.run(10);
    await world.run(60);
    expect(world.asked).toEqual([id]);
    const left = await world.record.unitOfWork.run(ctx, (tx) =>
      sql(tx, 'SELECT from_number, summary, report_key FROM calls WHERE vapi_call_id = $1', [id]),
    );
    expect(left).toEqual(Array.from({ length: rows }, () => ({ from_number: null, summary: null, report_key: null })));
  });
});

describe('a run', () => {
  it('leaves alone a call that Vapi does not know, and goes on', async () => {
    const [world, ctx] = await open(() => [404, { message: 'CANARY' }]);
    const many = newIds(5);
    await world.play(ctx, many.flatMap(over));
    await world.run(4);
    await world.run(day);
    expect([...world.asked].sort()).toEqual([...many].sort());
    expect(JSON.stringify(world.lines)).not.toContain('CANARY');
  });

  it('ends when Vapi wants no more questions, and that one does not count', async () => {
    let allowed = 2;
    const [world, ctx] = await open((id, request) => {
      allowed -= 1;
      return allowed < 0 ? [429, { message: 'CANARY' }] : answered(id, request);
    });
    const many = newIds(5);
    await world.play(ctx, many.flatMap(over));
    await world.run(4);
    expect(world.asked).toHaveLength(3);
    expect(await world.row(ctx, world.asked[2] ?? '')).toMatchObject({ reconcile_attempts: 0 });

    allowed = 99;
    for (const minute of [5, 6, 7]) await world.run(minute);
    expect(new Set(world.asked)).toEqual(new Set(many));
    for (const id of many) expect(await world.row(ctx, id)).toMatchObject({ satisfaction: 5 });
    expect(JSON.stringify(world.lines)).not.toContain('CANARY');
  });

  it('ends when Vapi refuses the key, which is told once until it works again', async () => {
    let status = 401;
    const [world, ctx] = await open((id, request) =>
      status === 200 ? answered(id, request) : [status, { message: 'CANARY' }],
    );
    const many = newIds(3);
    await world.play(ctx, many.flatMap(over));
    const refusals = async (minute: number, reply: number) => {
      status = reply;
      const before = world.asked.length;
      await world.run(minute);
      return [world.asked.length - before, world.said('vapi.reconcile.key_refused').length];
    };
    expect(await refusals(4, 401)).toEqual([1, 1]);
    expect(await refusals(5, 403)).toEqual([1, 1]);
    for (const id of many) expect(await world.row(ctx, id)).toMatchObject({ reconcile_attempts: 0 });
    expect(await refusals(60, 200)).toEqual([3, 1]);
    await world.play(ctx, over(uuidv7()));
    expect(await refusals(61, 401)).toEqual([1, 2]);
    expect(JSON.stringify(world.lines)).not.toMatch(/CANARY|key-1/);
  });

  it('goes on after a call that fails, and ends after three', async () => {
    const failing = new Set<string>();
    const [world, ctx] = await open((id, request) =>
      failing.has(id) ? [500, { message: 'CANARY' }] : answered(id, request),
    );
    const many = newIds(8);
    await world.play(ctx, many.flatMap(over));
    failing.add(many[0] ?? '').add(many[1] ?? '');
    await world.run(4);
    expect(world.asked).toHaveLength(8);

    for (const id of newIds(5)) {
      failing.add(id);
      await world.play(ctx, over(id));
    }
    await world.run(5);
    expect(world.asked).toHaveLength(11);
    expect(world.said('vapi.reconcile.failed')).toHaveLength(5);
    expect(JSON.stringify(world.lines)).not.toContain('CANARY');
  });

  it('goes on after a call that cannot be recorded', async () => {
    const poison = uuidv7();
    const [world, ctx] = await open((id) => [
      200,
      endedCall(reportOf(inbound(id)), id === poison ? { analysis: { summary: 'poison' } } : {}),
    ]);
    await world.record.dataSource.query(`ALTER TABLE calls ADD CONSTRAINT no_poison CHECK (summary <> 'poison')`);
    const good = uuidv7();
    await world.play(ctx, [poison, good].flatMap(over));
    await world.run(4);
    expect(await world.row(ctx, good)).toMatchObject({ satisfaction: 5, reconcile_attempts: null });
    expect(await world.row(ctx, poison)).toMatchObject({ report_key: null, reconcile_attempts: 1 });
  });

  it('ends at once with the process; the call it was at is as before', async () => {
    const [world, ctx] = await open(() => {
      world.ending.abort(new Error('The process ends.'));
      return 'hang';
    });
    const many = newIds(2);
    await world.play(ctx, many.flatMap(over));
    await world.run(4);
    expect(world.asked).toHaveLength(1);
    for (const id of many) expect(await world.row(ctx, id)).toMatchObject({ reconcile_attempts: 0, report_key: null });
    expect(world.lines).toEqual([]);
  });

  it('sees and changes across workspaces no more than it needs', async () => {
    const [world, ctx] = await open(answered);
    const across = { ...ctx, access: 'intake' as const };
    for (const statement of ['SELECT summary FROM calls', `UPDATE calls SET status = 'FAILED'`]) {
      await expect(world.update(across, statement, [])).rejects.toThrow(/permission denied/);
    }
  });
});
