import { oftenSchedule, ScriptedQueue } from '../../../test/fixtures/kernel/scripted-queue.js';
import { backends } from '../../../test/support/queue-backends.js';
import { until } from '../../../test/support/until.js';
import { Queues } from './queues.js';
import { ScheduleKeeper } from './schedule-keeper.js';
import { itWhere } from '../../../test/support/where.js';

describe.each(backends)('Schedules on $name', (kind) => {
  const given = itWhere(kind.isAvailable);
  let queue: ScriptedQueue;

  beforeAll(async () => {
    if (!kind.isAvailable) return;
    queue = await ScriptedQueue.open(kind);
  });
  afterAll(async () => {
    if (kind.isAvailable) await queue.close();
  });
  beforeEach(() => {
    if (kind.isAvailable) queue.forget();
  });

  const ticks = () => queue.api.app.get(Queues).of('test-ticks');

  given('runs scheduled work once per occurrence, each run with a context of its own', async () => {
    await until(() => queue.runsOf('tick').length >= 6);

    const jobIds = queue.runsOf('tick').map(({ meta }) => meta.jobId);
    expect(new Set(jobIds).size).toBe(jobIds.length);
    expect(new Set(queue.runsOf('tick').map((run) => run.ctx.requestId)).size).toBe(jobIds.length);
    const scheduled = await ticks().getJobSchedulers();
    expect(scheduled.map(({ key }) => key).sort()).toEqual(['test.tick-nightly', 'test.tick-often']);
  });
  given('puts a lost schedule back, and leaves a kept one as it is', async () => {
    const waiting = ticks();
    await waiting.removeJobScheduler(oftenSchedule.name);
    const nightly = await waiting.getJobScheduler('test.tick-nightly');

    await queue.worker.app.get(ScheduleKeeper).keep();

    expect(await waiting.getJobScheduler(oftenSchedule.name)).toMatchObject({ name: 'test.tick', every: 250 });
    expect(await waiting.getJobScheduler('test.tick-nightly')).toEqual(nightly);
    expect(nightly).toMatchObject({ pattern: '30 3 * * *', tz: 'Europe/Paris' });
  });

  given('removes a schedule that nobody declares any more', async () => {
    const waiting = ticks();
    await waiting.upsertJobScheduler(
      'test.tick-old',
      { every: 60_000 },
      { name: 'test.tick', data: { payload: { key: 'old' } } },
    );

    await queue.worker.app.get(ScheduleKeeper).removeUndeclared();

    expect(await waiting.getJobScheduler('test.tick-old')).toBeUndefined();
  });
});
