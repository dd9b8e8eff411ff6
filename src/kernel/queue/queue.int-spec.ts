import { Queue } from 'bullmq';
import { oneByOneJob, onceJob, plainJob, ScriptedQueue } from '../../../test/fixtures/kernel/scripted-queue.js';
import { gate } from '../../../test/support/gate.js';
import type { KernelNode } from '../../../test/support/kernel-node.js';
import { backends } from '../../../test/support/queue-backends.js';
import { until } from '../../../test/support/until.js';
import { systemContext, uuidv7, type RequestContext } from '../context/index.js';
import type { Jobs } from './jobs.js';
import { backendOptions, QueueBackend } from './queue-backend.js';
import { itWhere } from '../../../test/support/where.js';

describe.each(backends)('The queue on $name', (kind) => {
  const given = itWhere(kind.isAvailable);
  let queue: ScriptedQueue;
  let jobs: Jobs;
  let ctx: RequestContext;
  let api: KernelNode;

  beforeAll(async () => {
    if (!kind.isAvailable) return;
    queue = await ScriptedQueue.open(kind);
    ({ jobs, ctx, api } = queue);
  });
  afterAll(async () => {
    if (kind.isAvailable) await queue.close();
  });
  beforeEach(() => {
    if (kind.isAvailable) queue.forget();
  });

  given(
    'runs a job in another process, for the workspace and in the language of whoever put it, on the same trace',
    async () => {
      const asker: RequestContext = {
        ...ctx,
        locale: 'en',
        actor: { ...ctx.actor, id: 'user_1', kind: 'user', role: 'OWNER', permissions: ['calls:read'] },
      };

      const id = await jobs.add(asker, plainJob, { key: 'context' });

      const run = await until(() => queue.runsOf('context')[0]);
      expect(run.meta).toMatchObject({ jobId: id, attempt: 1, isLastAttempt: false });
      expect(run.ctx).toMatchObject({
        workspaceId: ctx.workspaceId,
        locale: 'en',
        requestId: ctx.requestId,
        access: 'tenant',
      });
      expect(run.ctx.actor).toEqual({ id: 'user_1', kind: 'system', role: 'SYSTEM', permissions: [] });
      expect(run.ctx.trace.traceId).toBe(ctx.trace.traceId);
      expect(run.ctx.trace.spanId).not.toBe(ctx.trace.spanId);
    },
  );

  given('puts the ids of the request and of the job on every line logged inside it', async () => {
    const id = await jobs.add(ctx, plainJob, { key: 'lines' });

    const line = await until(() =>
      queue.worker.lines.find(({ event, key }) => event === 'test.ran' && key === 'lines'),
    );
    expect(line).toMatchObject({
      job: 'test.plain',
      jobId: id,
      attempt: 1,
      requestId: ctx.requestId,
      workspaceId: ctx.workspaceId,
      traceId: ctx.trace.traceId,
    });
  });

  given('puts many jobs at once, each for its own workspace', async () => {
    const other = systemContext({ actor: 'test', workspaceId: uuidv7() });

    await jobs.addMany(plainJob, [
      { ctx, payload: { key: 'many' } },
      { ctx: other, payload: { key: 'many' } },
    ]);

    await until(() => queue.runsOf('many').length === 2);
    expect(new Set(queue.runsOf('many').map((run) => run.ctx.workspaceId))).toEqual(
      new Set([ctx.workspaceId, other.workspaceId]),
    );
  });

  given('runs a job no earlier than it is due', async () => {
    const putAt = Date.now();
    await jobs.addLater(ctx, plainJob, { payload: { key: 'later' }, delayMs: 300 });

    await until(() => queue.runsOf('later')[0]);
    expect(Date.now() - putAt).toBeGreaterThanOrEqual(295);
  });

  given('refuses a payload that the job does not declare, when it is put', async () => {
    const wrong = JSON.parse('{ "key": 7 }') as { key: string };

    await expect(jobs.add(ctx, plainJob, wrong)).rejects.toMatchObject({ reason: 'QUEUE.PAYLOAD_INVALID' });
  });

  given('refuses a payload that the job does not declare, when it is taken, and does not try again', async () => {
    const foreign = new Queue('test-plain', backendOptions, api.app.get(QueueBackend).factory);
    const put = await foreign.add('test.plain', { payload: { key: 7 } }, { attempts: 3 });

    const line = await until(() =>
      queue.worker.lines.find(({ event, jobId }) => event === 'queue.job.failed' && jobId === put.id),
    );
    expect(line).toMatchObject({
      attempt: 1,
      error: { reason: 'QUEUE.PAYLOAD_INVALID', meta: { places: 'key (invalid_type)' } },
    });
    await foreign.close();
  });

  given('refuses to put a job inside a transaction', async () => {
    await expect(jobs.add({ ...ctx, tx: { id: Symbol('open') } }, plainJob, { key: 'tx' })).rejects.toThrow(
      /after the commit/,
    );
  });

  given('reports a job that nobody declares, and tries it again, since newer workers may know it', async () => {
    const foreign = new Queue('test-plain', backendOptions, api.app.get(QueueBackend).factory);
    const put = await foreign.add('test.unheard', {}, { attempts: 2, backoff: { type: 'declared' } });

    const line = await until(() =>
      queue.worker.lines.find(({ event, jobId }) => event === 'queue.job.retrying' && jobId === put.id),
    );
    expect(line).toMatchObject({
      job: 'test.unheard',
      error: { message: 'No job named "test.unheard" is declared here.' },
    });
    await until(() => put.remove().then(() => true));
    await foreign.close();
  });

  given(
    'lets jobs with one key wait once, and runs once more what was put while its twin ran, with the newest payload',
    async () => {
      const held = gate();
      queue.script('same/1', () => held.promise);
      await jobs.add(ctx, onceJob, { key: 'same', round: 1 });
      await until(() => queue.runsOf('same/1')[0]);
      for (const round of [2, 3, 4]) await jobs.add(ctx, onceJob, { key: 'same', round });

      held.open();

      await until(() => queue.runsOf('same/4')[0]);
      await jobs.add(ctx, onceJob, { key: 'same', round: 5 });
      await until(() => queue.runsOf('same/5')[0]);
      expect(queue.runsLike('same').map(({ key }) => key)).toEqual(['same/1', 'same/4', 'same/5']);
    },
  );

  given('counts the jobs that nobody has begun', async () => {
    const held = gate();
    queue.script('first', () => held.promise);
    await jobs.add(ctx, oneByOneJob, { key: 'first' });
    await until(() => queue.runsOf('first')[0]);
    await jobs.addMany(
      oneByOneJob,
      [1, 2, 3].map((round) => ({ ctx, payload: { key: 'counted', round } })),
    );

    const waiting = await jobs.waiting(oneByOneJob);
    held.open();

    expect(waiting).toBe(3);
    await until(async () => (await jobs.waiting(oneByOneJob)) === 0);
  });
});
