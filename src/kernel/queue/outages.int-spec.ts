import { onceJob, plainJob, ScriptedQueue } from '../../../test/fixtures/kernel/scripted-queue.js';
import { gate } from '../../../test/support/gate.js';
import type { KernelNode } from '../../../test/support/kernel-node.js';
import { backends } from '../../../test/support/queue-backends.js';
import { until } from '../../../test/support/until.js';
import type { RequestContext } from '../context/index.js';
import { HealthChecks } from '../lifecycle/index.js';
import type { Jobs } from './jobs.js';
import { itWhere } from '../../../test/support/where.js';

describe.each(backends)('The queue on $name', (kind) => {
  const given = itWhere(kind.isAvailable);
  const givenOwnServer = itWhere(kind.canGoDown);
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

  describe('when its connections are lost', () => {
    given('goes on with the next ones', async () => {
      await queue.backend.cutConnections();

      await until(() => jobs.add(ctx, plainJob, { key: 'after-cut' }));
      await until(() => queue.runsOf('after-cut')[0], 15_000);
      await queue.backend.cutConnections();
      await until(() => jobs.add(ctx, onceJob, { key: 'after-second-cut' }));
      await until(() => queue.runsOf('after-second-cut')[0], 15_000);
      const ticks = queue.runsOf('tick').length;
      await until(() => queue.runsOf('tick').length > ticks + 2, 15_000);
    });

    givenOwnServer(
      'says so to whoever puts a job, and goes on once it is back',
      async () => {
        await queue.backend.goDown();
        try {
          await expect(jobs.add(ctx, plainJob, { key: 'down' })).rejects.toMatchObject({
            reason: 'QUEUE.UNAVAILABLE',
            retryable: true,
          });
          const [check] = api.app.get(HealthChecks).all();
          await expect(check?.check()).rejects.toThrow();
        } finally {
          await queue.backend.comeBack();
        }

        await until(() => jobs.add(ctx, plainJob, { key: 'back' }));
        await until(() => queue.runsOf('back')[0], 15_000);
        queue.forget();
        await until(() => queue.runsOf('tick').length > 2, 20_000);
      },
      60_000,
    );
  });

  describe('when its process ends', () => {
    afterEach(async () => {
      if (kind.isAvailable) queue.worker = await queue.startWorker();
    });

    given('tells running jobs, waits until they are done, and leaves the others to other workers', async () => {
      const held = gate();
      let told = false;
      queue.script('last', async ({ meta }) => {
        meta.signal.addEventListener('abort', () => (told = true));
        await held.promise;
      });
      await jobs.add(ctx, plainJob, { key: 'last' });
      await until(() => queue.runsOf('last')[0]);

      const closed = queue.worker.close();
      await until(() => told);
      await jobs.addMany(
        plainJob,
        Array.from({ length: 20 }, (_, round) => ({ ctx, payload: { key: 'late', round } })),
      );
      held.open();
      await closed;

      expect(
        queue.worker.lines.find(
          ({ event, jobId }) => event === 'queue.job.completed' && jobId === queue.runsOf('last')[0]?.meta.jobId,
        ),
      ).toBeDefined();
      // One may have been taken in the moment of the signal; it was finished then.
      expect(queue.runsLike('late').length).toBeLessThanOrEqual(1);
      const next = await queue.startWorker();
      await until(() => queue.runsLike('late').length === 20);
      await next.close();
      expect(queue.runsOf('last')).toHaveLength(1);
    });
  });
});
