import { Queue } from 'bullmq';
import { z } from 'zod';
import { startKernelNode, type KernelNode } from '../../../test/support/kernel-node.js';
import { backends, type TestBackend } from '../../../test/support/queue-backends.js';
import { until } from '../../../test/support/until.js';
import { systemContext, uuidv7, type RequestContext } from '../context/index.js';
import { AppError } from '../errors/index.js';
import { HealthChecks } from '../lifecycle/index.js';
import { AppLogger } from '../observability/index.js';
import {
  defineJob,
  defineSchedule,
  JobProcessor,
  Jobs,
  QueueModule,
  QueueWorkerModule,
  type JobMeta,
} from './index.js';
import { backendOptions, QueueBackend } from './queue-backend.js';
import { Queues } from './queues.js';
import { ScheduleKeeper } from './schedule-keeper.js';

interface Run {
  key: string;
  ctx: RequestContext;
  meta: JobMeta;
}

const runs: Run[] = [];
/** What the job with this key does; nothing unless said otherwise. */
const scripts = new Map<string, (run: Run) => Promise<void>>();
const runsOf = (key: string) => runs.filter((run) => run.key === key);

const payload = z.object({ key: z.string(), round: z.number().optional() });
const plainJob = defineJob({
  name: 'test.plain',
  queue: 'test-plain',
  payload,
  attempts: 3,
  backoff: { delayMs: 20 },
  concurrency: 20,
});
const onceJob = defineJob({ name: 'test.once', queue: 'test-plain', payload, dedupe: ({ key }) => key });
const oneByOneJob = defineJob({ name: 'test.one-by-one', queue: 'test-slow', payload, concurrency: 1 });
const tickJob = defineJob({ name: 'test.tick', queue: 'test-ticks', payload, attempts: 1 });
const tick = defineSchedule({
  name: 'test.tick-often',
  job: tickJob,
  payload: { key: 'tick' },
  recurrence: { everyMs: 250 },
});
defineSchedule({
  name: 'test.tick-nightly',
  job: tickJob,
  payload: { key: 'night' },
  recurrence: { cron: '30 3 * * *', timeZone: 'Europe/Paris' },
});

class Scripted {
  constructor(protected readonly log: AppLogger) {}

  async run(ctx: RequestContext, { key, round }: z.infer<typeof payload>, meta: JobMeta): Promise<void> {
    const run = { key: round === undefined ? key : `${key}/${round}`, ctx, meta };
    runs.push(run);
    this.log.info('test.ran', { key: run.key });
    await scripts.get(run.key)?.(run);
  }
}

@JobProcessor(plainJob)
class PlainProcessor extends Scripted {
  constructor(log: AppLogger) {
    super(log);
  }
}

@JobProcessor(onceJob)
class OnceProcessor extends Scripted {
  constructor(log: AppLogger) {
    super(log);
  }
}

@JobProcessor(oneByOneJob)
class OneByOneProcessor extends Scripted {
  constructor(log: AppLogger) {
    super(log);
  }
}

@JobProcessor(tickJob)
class TickProcessor extends Scripted {
  constructor(log: AppLogger) {
    super(log);
  }
}

const processors = [PlainProcessor, OnceProcessor, OneByOneProcessor, TickProcessor];

/** A promise that a test resolves by hand. */
function gate() {
  let open = () => undefined as void;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), passed };
}

describe.each(backends)('The queue on $name', ({ isAvailable, canGoDown, open }) => {
  const given = isAvailable ? it : it.skip;
  const givenOwnServer = canGoDown ? it : it.skip;
  let backend: TestBackend;
  let api: KernelNode;
  let worker: KernelNode;
  let jobs: Jobs;
  const ctx = systemContext({ actor: 'test', workspaceId: uuidv7() });

  const startWorker = () =>
    startKernelNode({ env: backend.env, imports: [QueueWorkerModule.forRoot()], providers: processors });

  beforeAll(async () => {
    if (!isAvailable) return;
    backend = await open();
    api = await startKernelNode({ env: backend.env, imports: [QueueModule] });
    worker = await startWorker();
    jobs = api.app.get(Jobs);
  });

  afterAll(async () => {
    if (!isAvailable) return;
    await worker.close();
    await api.close();
    await backend.close();
  });

  beforeEach(() => {
    runs.length = 0;
    scripts.clear();
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

      const run = await until(() => runsOf('context')[0]);
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

    const line = await until(() => worker.lines.find(({ event, key }) => event === 'test.ran' && key === 'lines'));
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

    await until(() => runsOf('many').length === 2);
    expect(new Set(runsOf('many').map((run) => run.ctx.workspaceId))).toEqual(
      new Set([ctx.workspaceId, other.workspaceId]),
    );
  });

  given('runs a job no earlier than it is due', async () => {
    const putAt = Date.now();
    await jobs.addLater(ctx, plainJob, { payload: { key: 'later' }, delayMs: 300 });

    await until(() => runsOf('later')[0]);
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
      worker.lines.find(({ event, jobId }) => event === 'queue.job.failed' && jobId === put.id),
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
      worker.lines.find(({ event, jobId }) => event === 'queue.job.retrying' && jobId === put.id),
    );
    expect(line).toMatchObject({
      job: 'test.unheard',
      error: { message: 'No job named "test.unheard" is declared here.' },
    });
    await put.remove();
    await foreign.close();
  });

  describe('when a job fails', () => {
    given('tries again after an unexpected error, and gives up after the declared attempts', async () => {
      scripts.set('broken', () => Promise.reject(new Error('boom')));

      const id = await jobs.add(ctx, plainJob, { key: 'broken' });

      const line = await until(() =>
        worker.lines.find(({ event, jobId }) => event === 'queue.job.failed' && jobId === id),
      );
      expect(line).toMatchObject({ level: 'error', attempt: 3, requestId: ctx.requestId });
      expect(runsOf('broken').map(({ meta }) => [meta.attempt, meta.isLastAttempt])).toEqual([
        [1, false],
        [2, false],
        [3, true],
      ]);
    });

    given('does not try again what can never succeed', async () => {
      scripts.set('hopeless', () =>
        Promise.reject(new AppError('not_found', 'TEST.GONE', { en: 'Gone.', fr: 'Absent.' })),
      );

      const id = await jobs.add(ctx, plainJob, { key: 'hopeless' });

      await until(() => worker.lines.find(({ event, jobId }) => event === 'queue.job.failed' && jobId === id));
      expect(runsOf('hopeless')).toHaveLength(1);
    });

    given('tries again when the error says, not earlier', async () => {
      const startedAt: number[] = [];
      scripts.set('busy', async ({ meta }) => {
        startedAt.push(Date.now());
        if (meta.attempt > 1) return;
        throw new AppError('rate_limited', 'TEST.BUSY', { en: 'Busy.', fr: 'Occupé.' }, { retryAfterMs: 400 });
      });

      await jobs.add(ctx, plainJob, { key: 'busy' });

      await until(() => runsOf('busy').length === 2);
      const [first = 0, second = 0] = startedAt;
      expect(second - first).toBeGreaterThanOrEqual(395);
    });

    given('keeps no secret and no stack beside the job', async () => {
      scripts.set('leaky', () => Promise.reject(new Error('refused: Bearer abcdefghijklmnop')));

      const id = await jobs.add(ctx, plainJob, { key: 'leaky' });

      const kept = await until(async () => {
        const job = await api.app.get(Queues).of('test-plain').getJob(id);
        return (await job?.getState()) === 'failed' ? job : undefined;
      });
      expect(kept.failedReason).toBe('refused: Bearer [redacted]');
      expect(kept.stacktrace).toEqual([]);
    });
  });

  given(
    'lets jobs with one key wait once, and runs once more what was put while its twin ran, with the newest payload',
    async () => {
      const held = gate();
      scripts.set('same/1', () => held.passed);
      await jobs.add(ctx, onceJob, { key: 'same', round: 1 });
      await until(() => runsOf('same/1')[0]);
      for (const round of [2, 3, 4]) await jobs.add(ctx, onceJob, { key: 'same', round });

      held.open();

      await until(() => runsOf('same/4')[0]);
      await jobs.add(ctx, onceJob, { key: 'same', round: 5 });
      await until(() => runsOf('same/5')[0]);
      expect(runs.map(({ key }) => key).filter((key) => key.startsWith('same'))).toEqual([
        'same/1',
        'same/4',
        'same/5',
      ]);
    },
  );

  given('counts the jobs that nobody has begun', async () => {
    const held = gate();
    scripts.set('first', () => held.passed);
    await jobs.add(ctx, oneByOneJob, { key: 'first' });
    await until(() => runsOf('first')[0]);
    await jobs.addMany(
      oneByOneJob,
      [1, 2, 3].map((round) => ({ ctx, payload: { key: 'counted', round } })),
    );

    const waiting = await jobs.waiting(oneByOneJob);
    held.open();

    expect(waiting).toBe(3);
    await until(async () => (await jobs.waiting(oneByOneJob)) === 0);
  });

  describe('with two workers', () => {
    let second: KernelNode;

    beforeEach(async () => {
      if (isAvailable) second = await startWorker();
    });
    afterEach(() => second?.close());

    given('regression of bullmq #4814: a job that is put off is not taken for done', async () => {
      const keys = Array.from({ length: 60 }, (_, index) => `off-${index}`);
      for (const key of keys) {
        scripts.set(key, async ({ meta }) => {
          if (meta.attempt === 1)
            throw new AppError(
              'upstream_unavailable',
              'TEST.DOWN',
              { en: 'Down.', fr: 'Arrêté.' },
              { retryAfterMs: 50 },
            );
        });
      }

      await jobs.addMany(
        plainJob,
        keys.map((key) => ({ ctx, payload: { key } })),
      );

      await until(() => runs.filter(({ key, meta }) => key.startsWith('off-') && meta.attempt === 2).length === 60);
      expect(keys.filter((key) => runsOf(key).length !== 2)).toEqual([]);
    });

    given(
      'regression of bullmq #4682: logging from many jobs at once fails none of them, as no job logs into the queue',
      async () => {
        const keys = Array.from({ length: 20 }, (_, index) => `log-${index}`);
        for (const key of keys) {
          scripts.set(key, async () => {
            for (let line = 0; line < 20; line += 1)
              await Promise.resolve(worker.app.get(AppLogger).info('test.line', { key, line }));
          });
        }

        await jobs.addMany(
          plainJob,
          keys.map((key) => ({ ctx, payload: { key } })),
        );

        await until(() => keys.every((key) => runsOf(key).length === 1));
        expect(Object.keys(runsOf('log-0')[0]?.meta ?? {}).sort()).toEqual([
          'attempt',
          'isLastAttempt',
          'jobId',
          'queuedAt',
          'signal',
        ]);
        expect(keys.filter((key) => runsOf(key).length !== 1)).toEqual([]);
      },
    );

    given('runs scheduled work once per occurrence, each run with a context of its own', async () => {
      await until(() => runsOf('tick').length >= 6);

      const jobIds = runsOf('tick').map(({ meta }) => meta.jobId);
      expect(new Set(jobIds).size).toBe(jobIds.length);
      expect(new Set(runsOf('tick').map((run) => run.ctx.requestId)).size).toBe(jobIds.length);
      const scheduled = await api.app.get(Queues).of('test-ticks').getJobSchedulers();
      expect(scheduled.map(({ key }) => key).sort()).toEqual(['test.tick-nightly', 'test.tick-often']);
    });
  });

  given('puts a lost schedule back, and leaves a kept one as it is', async () => {
    const queue = api.app.get(Queues).of('test-ticks');
    await queue.removeJobScheduler(tick.name);
    const nightly = await queue.getJobScheduler('test.tick-nightly');

    await worker.app.get(ScheduleKeeper).keep();

    expect(await queue.getJobScheduler(tick.name)).toMatchObject({ name: 'test.tick', every: 250 });
    expect(await queue.getJobScheduler('test.tick-nightly')).toEqual(nightly);
    expect(nightly).toMatchObject({ pattern: '30 3 * * *', tz: 'Europe/Paris' });
  });

  given('removes a schedule that nobody declares any more', async () => {
    const queue = api.app.get(Queues).of('test-ticks');
    await queue.upsertJobScheduler(
      'test.tick-old',
      { every: 60_000 },
      { name: 'test.tick', data: { payload: { key: 'old' } } },
    );

    await worker.app.get(ScheduleKeeper).removeUndeclared();

    expect(await queue.getJobScheduler('test.tick-old')).toBeUndefined();
  });

  describe('when its connections are lost', () => {
    given('goes on with the next ones', async () => {
      await backend.cutConnections();

      await until(() => jobs.add(ctx, plainJob, { key: 'after-cut' }));
      await until(() => runsOf('after-cut')[0], 15_000);
      await backend.cutConnections();
      await until(() => jobs.add(ctx, onceJob, { key: 'after-second-cut' }));
      await until(() => runsOf('after-second-cut')[0], 15_000);
      const ticks = runsOf('tick').length;
      await until(() => runsOf('tick').length > ticks + 2, 15_000);
    });

    givenOwnServer(
      'says so to whoever puts a job, and goes on once it is back',
      async () => {
        await backend.goDown();
        try {
          await expect(jobs.add(ctx, plainJob, { key: 'down' })).rejects.toMatchObject({
            reason: 'QUEUE.UNAVAILABLE',
            retryable: true,
          });
          const [check] = api.app.get(HealthChecks).all();
          await expect(check?.check()).rejects.toThrow();
        } finally {
          await backend.comeBack();
        }

        await until(() => jobs.add(ctx, plainJob, { key: 'back' }));
        await until(() => runsOf('back')[0], 15_000);
        runs.length = 0;
        await until(() => runsOf('tick').length > 2, 20_000);
      },
      60_000,
    );
  });

  describe('when its process ends', () => {
    afterEach(async () => {
      if (isAvailable) worker = await startWorker();
    });

    given('tells running jobs, waits until they are done, and leaves the others to other workers', async () => {
      const held = gate();
      let told = false;
      scripts.set('last', async ({ meta }) => {
        meta.signal.addEventListener('abort', () => (told = true));
        await held.passed;
      });
      await jobs.add(ctx, plainJob, { key: 'last' });
      await until(() => runsOf('last')[0]);

      const closed = worker.close();
      await until(() => told);
      await jobs.addMany(
        plainJob,
        Array.from({ length: 20 }, (_, round) => ({ ctx, payload: { key: 'late', round } })),
      );
      held.open();
      await closed;

      expect(
        worker.lines.find(
          ({ event, jobId }) => event === 'queue.job.completed' && jobId === runsOf('last')[0]?.meta.jobId,
        ),
      ).toBeDefined();
      // One may have been taken in the moment of the signal; it was finished then.
      expect(runs.filter(({ key }) => key.startsWith('late')).length).toBeLessThanOrEqual(1);
      const next = await startWorker();
      await until(() => runs.filter(({ key }) => key.startsWith('late')).length === 20);
      await next.close();
      expect(runsOf('last')).toHaveLength(1);
    });

    given(
      'leaves in time, and what it could not finish runs elsewhere',
      async () => {
        const stuck = gate();
        scripts.set('endless', () => (runsOf('endless').length === 1 ? stuck.passed : Promise.resolve()));
        await jobs.add(ctx, plainJob, { key: 'endless' });
        await until(() => runsOf('endless')[0]);

        const beganAt = performance.now();
        await worker.close();
        const tookMs = performance.now() - beganAt;
        const next = await startWorker();
        await until(() => runsOf('endless').length === 2, 15_000);
        stuck.open();
        await next.close();

        expect(tookMs).toBeLessThan(8_000);
        expect(runsOf('endless').map(({ meta }) => meta.attempt)).toEqual([1, 1]);
      },
      40_000,
    );
  });
});
