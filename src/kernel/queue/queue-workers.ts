import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import type { BullRegistrar, WorkerHost } from '@nestjs/bullmq';
import { setDefaultBackendFactory } from 'bullmq';
import { within, type Drain, type HealthChecks } from '../lifecycle/index.js';
import type { JobHandlers } from './job-handlers.js';
import type { JobRunner } from './job-runner.js';
import type { QueueBackend } from './queue-backend.js';
import { QueueFault } from './queue.errors.js';
import type { ScheduleKeeper } from './schedule-keeper.js';

const startLimitMs = 10_000;
const finishLimitMs = 4_000;
const pollMs = 20;

export interface QueueWorkersParts {
  readonly backend: QueueBackend;
  readonly registrar: BullRegistrar;
  readonly handlers: JobHandlers;
  readonly runner: JobRunner;
  readonly schedules: ScheduleKeeper;
  readonly hosts: readonly WorkerHost[];
}

/** Starts the workers of this process once everything else has started, and stops them first. */
export class QueueWorkers implements OnModuleInit, OnApplicationBootstrap {
  #started = false;

  constructor(
    private readonly parts: QueueWorkersParts,
    drain: Drain,
    checks: HealthChecks,
  ) {
    drain.during('intake', 'queue.workers', () => this.#stopFetching());
    drain.during('work', 'queue.workers', () => this.#finish());
    checks.add({ name: 'workers', check: () => this.#assertRunning() });
  }

  /** @throws QueueFault when jobs and processors do not match, or the connections do not suffice. */
  onModuleInit(): void {
    this.parts.handlers.assign();
    this.parts.backend.assertRoomFor(this.parts.hosts.length);
  }

  async onApplicationBootstrap(): Promise<void> {
    // The only way to tell @nestjs/bullmq which backend its workers use; read when each of them is made, just below.
    setDefaultBackendFactory(this.parts.backend.factory);
    this.parts.registrar.register();
    this.#started = true;
    const ready = Promise.all(this.parts.hosts.map(({ worker }) => worker.waitUntilReady()));
    await within(startLimitMs, 'Starting the workers', ready);
    await this.parts.schedules.start();
  }

  async #assertRunning(): Promise<void> {
    const stopped = this.parts.hosts.filter(({ worker }) => !worker.isRunning()).map(({ worker }) => worker.name);
    if (stopped.length > 0) throw new QueueFault(`These workers do not run: ${stopped.join(', ')}.`);
    await Promise.resolve();
  }

  async #stopFetching(): Promise<void> {
    this.parts.schedules.stop();
    if (!this.#started) return;
    await Promise.all(
      this.parts.hosts.map(async ({ worker }) => {
        await worker.pause(true);
        // Whoever waits for a job would still take the next one, whenever it comes.
        await worker.getBackend().disconnectBlocking();
      }),
    );
  }

  /** What is not finished in time is left to the lock: it runs again elsewhere when the lock has expired. */
  async #finish(): Promise<void> {
    if (!this.#started) return;
    const deadline = performance.now() + finishLimitMs;
    while (this.parts.runner.active > 0 && performance.now() < deadline) await pause(pollMs);
    const force = this.parts.runner.active > 0;
    await Promise.all(this.parts.hosts.map(({ worker }) => worker.close(force)));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
