import { plainJob, ScriptedQueue } from '../../../test/fixtures/kernel/scripted-queue.js';
import type { KernelNode } from '../../../test/support/kernel-node.js';
import { backends } from '../../../test/support/queue-backends.js';
import { until } from '../../../test/support/until.js';
import type { RequestContext } from '../context/index.js';
import { AppError } from '../errors/index.js';
import { AppLogger } from '../observability/index.js';
import type { Jobs } from './jobs.js';
import { Queues } from './queues.js';
import { itWhere } from '../../../test/support/where.js';

describe.each(backends)('A job that fails on $name', (kind) => {
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

  describe('when a job fails', () => {
    given('tries again after an unexpected error, and gives up after the declared attempts', async () => {
      queue.script('broken', () => Promise.reject(new Error('boom')));

      const id = await jobs.add(ctx, plainJob, { key: 'broken' });

      const line = await until(() =>
        queue.worker.lines.find(({ event, jobId }) => event === 'queue.job.failed' && jobId === id),
      );
      expect(line).toMatchObject({ level: 'error', attempt: 3, requestId: ctx.requestId });
      expect(queue.runsOf('broken').map(({ meta }) => [meta.attempt, meta.isLastAttempt])).toEqual([
        [1, false],
        [2, false],
        [3, true],
      ]);
    });

    given('does not try again what can never succeed', async () => {
      queue.script('hopeless', () =>
        Promise.reject(new AppError('not_found', 'TEST.GONE', { en: 'Gone.', fr: 'Absent.' })),
      );

      const id = await jobs.add(ctx, plainJob, { key: 'hopeless' });

      await until(() => queue.worker.lines.find(({ event, jobId }) => event === 'queue.job.failed' && jobId === id));
      expect(queue.runsOf('hopeless')).toHaveLength(1);
    });

    given('tries again when the error says, not earlier', async () => {
      const startedAt: number[] = [];
      queue.script('busy', async ({ meta }) => {
        startedAt.push(Date.now());
        if (meta.attempt > 1) return;
        throw new AppError('rate_limited', 'TEST.BUSY', { en: 'Busy.', fr: 'Occupé.' }, { retryAfterMs: 400 });
      });

      await jobs.add(ctx, plainJob, { key: 'busy' });

      await until(() => queue.runsOf('busy').length === 2);
      const [first = 0, second = 0] = startedAt;
      expect(second - first).toBeGreaterThanOrEqual(395);
    });

    given('keeps no secret and no stack beside the job', async () => {
      queue.script('leaky', () => Promise.reject(new Error('refused: Bearer abcdefghijklmnop')));

      const id = await jobs.add(ctx, plainJob, { key: 'leaky' });

      const kept = await until(async () => {
        const job = await api.app.get(Queues).of('test-plain').getJob(id);
        return (await job?.getState()) === 'failed' ? job : undefined;
      });
      expect(kept.failedReason).toBe('refused: Bearer [redacted]');
      expect(kept.stacktrace).toEqual([]);
    });
  });

  describe('with two workers', () => {
    let second: KernelNode;

    beforeEach(async () => {
      if (kind.isAvailable) second = await queue.startWorker();
    });
    afterEach(async () => {
      if (kind.isAvailable) await second.close();
    });

    given('regression of bullmq #4814: a job that is put off is not taken for done', async () => {
      const keys = Array.from({ length: 60 }, (_, index) => `off-${index}`);
      for (const key of keys) {
        queue.script(key, async ({ meta }) => {
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

      await until(() => queue.runsLike('off-').filter(({ meta }) => meta.attempt === 2).length === 60);
      expect(keys.filter((key) => queue.runsOf(key).length !== 2)).toEqual([]);
    });

    given(
      'regression of bullmq #4682: logging from many jobs at once fails none of them, as no job logs into the queue',
      async () => {
        const keys = Array.from({ length: 20 }, (_, index) => `log-${index}`);
        for (const key of keys) {
          queue.script(key, async () => {
            for (let line = 0; line < 20; line += 1) {
              queue.worker.app.get(AppLogger).info('test.line', { key, line });
              await Promise.resolve();
            }
          });
        }

        await jobs.addMany(
          plainJob,
          keys.map((key) => ({ ctx, payload: { key } })),
        );

        await until(() => keys.every((key) => queue.runsOf(key).length === 1));
        expect(Object.keys(queue.runsOf('log-0')[0]?.meta ?? {}).sort()).toEqual([
          'attempt',
          'isLastAttempt',
          'jobId',
          'queuedAt',
          'signal',
        ]);
        expect(keys.filter((key) => queue.runsOf(key).length !== 1)).toEqual([]);
      },
    );
  });
});
