import { Injectable } from '@nestjs/common';
import { Queue, type IQueueBackend } from 'bullmq';
import { Drain, HealthChecks, within } from '../lifecycle/index.js';
import { AppLogger } from '../observability/index.js';
import { declaredQueues } from './job-definition.js';
import type { JobEnvelope, JobQueue } from './job-envelope.js';
import { backendOptions, QueueBackend } from './queue-backend.js';
import { observeQueues } from './queue.metrics.js';
import { RepeatedErrors } from './repeated-errors.js';

const closeLimitMs = 1_000;

/** The queues of this process, one for each declared kind of work, opened when first used. */
@Injectable()
export class Queues {
  readonly #open = new Map<string, JobQueue>();
  readonly #errors: RepeatedErrors;

  constructor(
    private readonly backend: QueueBackend,
    checks: HealthChecks,
    drain: Drain,
    log: AppLogger,
  ) {
    this.#errors = new RepeatedErrors(log, 'queue.connection_error');
    checks.add({ name: 'queue', check: () => backend.ping() });
    drain.during('connections', 'queue', () => this.#close());
    observeQueues(() => declaredQueues().map(({ name }) => this.of(name)));
  }

  of(name: string): JobQueue {
    const known = this.#open.get(name);
    if (known) return known;
    const queue: JobQueue = new Queue<JobEnvelope, void, string, JobEnvelope, void, string, IQueueBackend>(
      name,
      // Nobody reads BullMQ's own stream of events; keep it short.
      { ...backendOptions, streams: { events: { maxLen: 100 } } },
      this.backend.factory,
    );
    queue.on('error', (error) => this.#errors.report(error, name));
    this.#open.set(name, queue);
    queue.waitUntilReady().catch((error: unknown) => this.#discard(queue, error));
    return queue;
  }

  /** A queue of BullMQ that could not connect when it was made never recovers: the next one to ask gets a new one. */
  #discard(queue: JobQueue, error: unknown): void {
    this.#errors.report(error, queue.name);
    if (this.#open.get(queue.name) === queue) this.#open.delete(queue.name);
    queue.close().catch((fault: unknown) => this.#errors.report(fault, queue.name));
  }

  async #close(): Promise<void> {
    observeQueues(() => []);
    const closing = [...this.#open.values()].map((queue) => within(closeLimitMs, queue.name, queue.close()));
    await Promise.allSettled(closing);
    await this.backend.close();
  }
}
