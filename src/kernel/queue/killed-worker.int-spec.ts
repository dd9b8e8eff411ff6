import { holding, holdJob, HoldProcessor } from '../../../test/fixtures/kernel/hold-job.js';
import { startChild, type Child } from '../../../test/support/child.js';
import { startKernelNode, type KernelNode } from '../../../test/support/kernel-node.js';
import { backends, type TestBackend } from '../../../test/support/queue-backends.js';
import { until } from '../../../test/support/until.js';
import { systemContext } from '../context/index.js';
import { Jobs, QueueModule, QueueWorkerModule } from './index.js';
import { itWhere } from '../../../test/support/where.js';

const workerProcess = 'test/fixtures/kernel/worker-process.ts';

describe.each(backends)('A worker process on $name', ({ isAvailable, open }) => {
  const given = itWhere(isAvailable);
  let backend: TestBackend;
  let api: KernelNode;
  let child: Child;
  /** What the job told in this process, where a second worker may run. */
  const toldHere: Record<string, unknown>[] = [];
  const begun = (told: Record<string, unknown>[], wanted: string) => told.find(({ key }) => key === wanted);

  /** Puts a job that only the child can take, and waits until it has begun. */
  const giveJob = async (key: string, holdMs: number) => {
    await api.app.get(Jobs).add(systemContext({ actor: 'test' }), holdJob, { key, holdMs });
    await until(() => begun(child.messages, key));
  };
  /** What a second worker, started now, is told of the job. */
  const takenOver = async (key: string) => {
    const second = await startKernelNode({
      env: backend.env,
      imports: [QueueWorkerModule.forRoot()],
      providers: [HoldProcessor],
    });
    try {
      return await until(() => begun(toldHere, key));
    } finally {
      await second.close();
    }
  };

  beforeAll(async () => {
    if (!isAvailable) return;
    HoldProcessor.holds = false;
    holding.on('told', (told: Record<string, unknown>) => void toldHere.push(told));
    backend = await open();
    api = await startKernelNode({ env: backend.env, imports: [QueueModule] });
  });
  afterAll(async () => {
    if (!isAvailable) return;
    await api.close();
    await backend.close();
  });
  beforeEach(async () => {
    if (isAvailable) child = await startChild(workerProcess, { NODE_SETTINGS: JSON.stringify(backend.env) });
  }, 60_000);
  afterEach(async () => {
    if (!isAvailable) return;
    child.kill('SIGKILL');
    await child.exited;
  });

  given(
    'that is killed loses no job: another one runs it again within seconds, as the same attempt',
    async () => {
      await giveJob('killed', 60_000);

      child.kill('SIGKILL');

      expect(await takenOver('killed')).toMatchObject({ attempt: 1 });
    },
    60_000,
  );

  given(
    'that is told to end finishes its job and exits with 0 in under 10 s, however often it is told',
    async () => {
      await giveJob('short', 600);

      child.kill('SIGTERM');
      child.kill('SIGINT');
      const { code, afterMs } = await child.exited;

      expect(code).toBe(0);
      expect(afterMs).toBeLessThan(5_000);
      expect(child.messages).toContainEqual({ done: 'short' });
      expect(child.messages.at(-1)).toMatchObject({
        lines: expect.arrayContaining(['process.draining', 'process.signal_ignored', 'process.stopped']) as unknown,
      });
    },
    60_000,
  );

  given(
    'that cannot finish its job in time exits in under 10 s all the same, and another one runs it again',
    async () => {
      await giveJob('long', 60_000);

      child.kill('SIGTERM');
      const { code, afterMs } = await child.exited;

      expect(code).toBe(0);
      expect(afterMs).toBeLessThan(10_000);
      expect(child.messages).not.toContainEqual({ done: 'long' });
      expect(await takenOver('long')).toMatchObject({ attempt: 1 });
    },
    60_000,
  );
});
