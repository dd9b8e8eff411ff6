import { systemContext, uuidv7, type RequestContext } from '../../src/kernel/context/index.js';
import type { Jobs } from '../../src/kernel/queue/index.js';
import type { CalendarAccounts } from '../../src/calendar/accounts/calendar-accounts.service.js';
import { FindAbandonedProcessor } from '../../src/calendar/sync/attempts/find-abandoned.processor.js';
import { settleAttemptsJob } from '../../src/calendar/sync/attempts/attempts.jobs.js';
import { readBookingJob } from '../../src/calendar/sync/hints/read-booking.job.js';
import { PlanPollingProcessor } from '../../src/calendar/sync/polling/plan-polling.processor.js';
import { pollAccountJob } from '../../src/calendar/sync/polling/polling.jobs.js';
import { SyncReportRepository } from '../../src/calendar/sync/report/sync-report.repository.js';
import { SyncReports } from '../../src/calendar/sync/report/sync-report.service.js';
import { ToolTimes } from '../../src/voice/index.js';
import { adminContext } from '../support/workspaces.js';
import { CalendarWorld } from './calendar-world.js';

let world: CalendarWorld;
beforeAll(async () => {
  world = await CalendarWorld.open();
});
afterAll(() => world.close());

interface Put {
  workspaceId: string;
  payload: unknown;
  delayMs: number;
}

function recordingJobs(): { jobs: Jobs; put: Put[] } {
  const put: Put[] = [];
  const add = ({ workspaceId }: RequestContext, payload: unknown, delayMs: number): Promise<void> => {
    put.push({ workspaceId, payload, delayMs });
    return Promise.resolve();
  };
  const jobs = {
    addLater: (ctx: RequestContext, _: unknown, later: { payload: unknown; delayMs: number }) =>
      add(ctx, later.payload, later.delayMs),
    addMany: (_: unknown, items: { ctx: RequestContext; payload: unknown }[]) =>
      Promise.all(items.map(({ ctx, payload }) => add(ctx, payload, 0))),
  };
  return { jobs: jobs as unknown as Jobs, put };
}

const nobody = systemContext({ actor: 'test' });

describe('the plan of a look', () => {
  it('is one job for each account, spread over time, always the same for the same account', async () => {
    const accounts = Array.from({ length: 200 }, () => ({ workspaceId: uuidv7(), accountId: uuidv7() }));
    const all = { all: () => Promise.resolve(accounts) } as unknown as CalendarAccounts;
    const [once, again] = [recordingJobs(), recordingJobs()];
    await new PlanPollingProcessor(all, once.jobs).run(nobody, { kind: 'delta' });
    await new PlanPollingProcessor(all, again.jobs).run(nobody, { kind: 'delta' });
    expect(once.put.map(({ workspaceId, payload }) => ({ workspaceId, payload }))).toEqual(
      accounts.map(({ workspaceId, accountId }) => ({ workspaceId, payload: { accountId, kind: 'delta' } })),
    );
    expect(again.put).toEqual(once.put);
    const delays = once.put.map(({ delayMs }) => delayMs);
    expect(Math.max(...delays)).toBeLessThan(60_000);
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(45_000);
  });

  it('puts no second job for an account whose first one waits, and tells accounts and kinds apart', () => {
    const key = (accountId: string, kind: 'delta' | 'hour') => pollAccountJob.dedupe?.({ accountId, kind });
    expect(key('a', 'delta')).toBe(key('a', 'delta'));
    expect(new Set([key('a', 'delta'), key('a', 'hour'), key('b', 'delta')]).size).toBe(3);
    const look = (count: number) => readBookingJob.dedupe?.({ appointmentId: 'x', look: count });
    expect(look(0)).not.toBe(look(1));
    expect(settleAttemptsJob.dedupe?.({ workspaceId: 'x' })).toContain('x');
  });
});

describe('the search for abandoned attempts', () => {
  it('finds the workspaces that have some, and no others', async () => {
    const [one, other, held] = [world.ctx, await world.anotherWorkspace(), await world.anotherWorkspace()];
    for (const [ctx, lease] of [
      [one, '1 minute'],
      [one, '2 minutes'],
      [other, '1 minute'],
      [held, '10 s'],
    ] as const) {
      await world.query(
        `INSERT INTO booking_attempts (id, workspace_id, key, account_id, event_type_id, start_time, lease_until)
          VALUES (gen_random_uuid(), $1, gen_random_uuid()::text, 'x', 1, now(), now() - $2::interval)`,
        [ctx.workspaceId, lease],
        ctx,
      );
    }
    const { jobs, put } = recordingJobs();
    await new FindAbandonedProcessor(world.unitOfWork, world.attempts, jobs).run(nobody);
    expect(put.map(({ workspaceId }) => workspaceId).sort()).toEqual([one.workspaceId, other.workspaceId].sort());
    expect(
      put.every(({ workspaceId, payload }) => (payload as { workspaceId: string }).workspaceId === workspaceId),
    ).toBe(true);
  });
});

describe('the report', () => {
  const reports = () => new SyncReports(world.unitOfWork, new SyncReportRepository(), new ToolTimes(world.unitOfWork));

  it('knows nothing where nothing was counted', async () => {
    const ctx = await world.anotherWorkspace();
    expect(await reports().read(ctx, {})).toEqual({
      lastWebhookAt: null,
      lastPollAt: null,
      rowsCompared: 0,
      rowsRepaired: 0,
      syncAccuracy: null,
      bookingSuccessRate: null,
      toolP95Ms: null,
      webhookDeliveryRate: null,
    });
  });

  it('counts what was compared, told, booked and waited for, in its period and its workspace', async () => {
    const [ctx, other] = [await world.anotherWorkspace(), await world.anotherWorkspace()];
    for (const owner of [ctx, other]) {
      const count = `INSERT INTO calendar_sync_counts VALUES ($1, date_trunc('hour', now()) - $2::interval, $3, $4, $5)`;
      await world.query(count, [owner.workspaceId, '1 hour', 'webhook', 90, 30], owner);
      await world.query(count, [owner.workspaceId, '1 hour', 'delta', 40, 8], owner);
      await world.query(count, [owner.workspaceId, '2 hours', 'sweep', 60, 2], owner);
      await world.query(count, [owner.workspaceId, '40 days', 'sweep', 1000, 1000], owner);
      for (const [state, failure] of [
        ['booked', null],
        ['booked', null],
        ['released', null],
        ['refused', 'HTTP.TIMED_OUT'],
        ['refused', 'CALENDAR.SLOT_UNAVAILABLE'],
        ['refused', 'CALENDAR.FIELD_MISSING'],
        ['pending', null],
      ]) {
        await world.query(
          `INSERT INTO booking_attempts (id, workspace_id, key, account_id, event_type_id, start_time, lease_until, state, failure)
            VALUES (gen_random_uuid(), $1, gen_random_uuid()::text, 'x', 1, now(), now() + interval '1 hour', $2, $3)`,
          [owner.workspaceId, state, failure],
          owner,
        );
      }
      for (let ms = 1; ms <= 100; ms += 1) {
        await world.query(
          `INSERT INTO tool_invocations (id, workspace_id, call_key, tool_call_id, name, arguments, state, lease_until, duration_ms)
            VALUES (gen_random_uuid(), $1, 'c', $4, $3, '{}', 'done', now(), $2)`,
          [owner.workspaceId, ms, ms % 2 ? 'appointment_create' : 'availability_read', String(ms)],
          owner,
        );
      }
    }
    await world.query(
      `INSERT INTO tool_invocations (id, workspace_id, call_key, tool_call_id, name, arguments, state, lease_until, duration_ms)
        VALUES (gen_random_uuid(), $1, 'c', 'other', 'leave_message', '{}', 'done', now(), 99999)`,
      [ctx.workspaceId],
      ctx,
    );
    const expected = {
      rowsCompared: 100,
      rowsRepaired: 10,
      syncAccuracy: 0.9,
      webhookDeliveryRate: 0.75,
      bookingSuccessRate: 0.75,
      toolP95Ms: 95,
    };
    expect(await reports().read(ctx, {})).toMatchObject(expected);
    expect(await reports().read(adminContext(), {})).toMatchObject({
      rowsCompared: 200,
      rowsRepaired: 20,
      toolP95Ms: 95,
    });
    const later = { from: new Date(Date.now() + 3_600_000), to: new Date(Date.now() + 7_200_000) };
    expect(await reports().read(ctx, later)).toMatchObject({ rowsCompared: 0, syncAccuracy: null, toolP95Ms: null });
  });
});
