import { holdJob } from '../../../test/fixtures/kernel/hold-job.js';
import { startChild, type Child } from '../../../test/support/child.js';
import { startKernelNode, type KernelNode } from '../../../test/support/kernel-node.js';
import { backends, type TestBackend } from '../../../test/support/queue-backends.js';
import { until } from '../../../test/support/until.js';
import { systemContext } from '../context/index.js';
import { Jobs, QueueModule } from './index.js';

const workerProcess = 'test/fixtures/kernel/worker-process.ts';

describe.each(backends)('A worker process on $name', ({ isAvailable, open }) => {
  const given = isAvailable ? it : it.skip;
  const ctx = systemContext({ actor: 'test' });
  let backend: TestBackend;
  let api: KernelNode;
  const children: Child[] = [];

  const start = async () => {
    const child = await startChild(workerProcess, { NODE_SETTINGS: JSON.stringify(backend.env) });
    children.push(child);
    return child;
  };
  const begun = (child: Child, wanted: string) => child.messages.find(({ key }) => key === wanted);

  beforeAll(async () => {
    if (!isAvailable) return;
    backend = await open();
    api = await startKernelNode({ env: backend.env, imports: [QueueModule] });
  });

  afterAll(async () => {
    if (!isAvailable) return;
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map(({ exited }) => exited));
    await api.close();
    await backend.close();
  });

  given(
    'that is killed loses no job: another one runs it again within seconds, as the same attempt',
    async () => {
      const first = await start();
      await api.app.get(Jobs).add(ctx, holdJob, { key: 'killed', holdMs: 60_000 });
      await until(() => begun(first, 'killed'));
      const second = await start();

      first.kill('SIGKILL');

      expect(await until(() => begun(second, 'killed'), 10_000)).toMatchObject({ attempt: 1 });
      second.kill('SIGKILL');
      await second.exited;
    },
    60_000,
  );

  given(
    'that is told to end finishes its job and exits with 0 in under 10 s, however often it is told',
    async () => {
      const child = await start();
      await api.app.get(Jobs).add(ctx, holdJob, { key: 'short', holdMs: 600 });
      await until(() => begun(child, 'short'));

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
    'that cannot finish its job in time exits in under 10 s all the same',
    async () => {
      const child = await start();
      await api.app.get(Jobs).add(ctx, holdJob, { key: 'long', holdMs: 60_000 });
      await until(() => begun(child, 'long'));

      child.kill('SIGTERM');
      const { code, afterMs } = await child.exited;

      expect(code).toBe(0);
      expect(afterMs).toBeLessThan(10_000);
    },
    60_000,
  );
});
