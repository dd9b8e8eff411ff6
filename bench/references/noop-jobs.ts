import { setTimeout as pause } from 'node:timers/promises';
import { Queue, type IQueueBackend } from 'bullmq';
import { backendOptions, type QueueBackend } from '../../src/kernel/queue/queue-backend.js';
import { keptOptions } from '../../src/kernel/queue/jobs.js';
import { processClaimJob } from '../../src/webhooks/relay/claim.job.js';
import type { ServerProcess } from '../stage/server-process.js';
import type { Stage } from '../stage/stage.js';
import { openBackend } from './queue-backend.js';

const name = 'bench-noop';
const jobsPerCall = 1_000;
const pollMs = 20;
/** What a job for one event would carry. */
const payload = { eventId: '0190a5b4-0000-7000-8000-000000000000' };

type NoopQueue = Queue<unknown, undefined, string, unknown, undefined, string, IQueueBackend>;

/** What BullMQ alone does on the same backend, with the same concurrency and the same options for each job. */
export class NoopJobs {
  private constructor(
    private readonly worker: ServerProcess,
    private readonly backend: QueueBackend,
    private readonly queue: NoopQueue,
  ) {}

  static async start(stage: Stage): Promise<NoopJobs> {
    const settings = { BENCH_QUEUE: name, BENCH_CONCURRENCY: String(processClaimJob.concurrency) };
    const worker = await stage.startReference('bench/noop-worker.js', settings);
    const backend = openBackend(stage.cluster.url, stage.redisUrl);
    await backend.open();
    const queue: NoopQueue = new Queue(name, backendOptions, backend.factory);
    return new NoopJobs(worker, backend, queue);
  }

  /** @returns jobs per second. The worker stands still while they are put, as the product's does. */
  async process(count: number): Promise<number> {
    this.worker.freeze();
    for (let put = 0; put < count; put += jobsPerCall) {
      const jobs = Array.from({ length: Math.min(jobsPerCall, count - put) }, () => ({
        name,
        data: payload,
        opts: keptOptions(processClaimJob),
      }));
      await this.queue.addBulk(jobs);
    }
    const startedAt = performance.now();
    this.worker.resume();
    while ((await this.queue.getJobCountByTypes('waiting', 'active', 'prioritized')) > 0) await pause(pollMs);
    return count / ((performance.now() - startedAt) / 1_000);
  }

  async stop(): Promise<void> {
    await this.worker.stop();
    await this.queue.close();
    await this.backend.close();
  }
}
