import type { Type } from '@nestjs/common';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { AppLogger } from '../observability/index.js';
import type { DeclaredQueue } from './job-definition.js';
import type { QueuedJob } from './job-envelope.js';
import { JobRunner } from './job-runner.js';
import { JobAttemptFailed, JobGivenUp } from './queue.errors.js';
import { RepeatedErrors } from './repeated-errors.js';
import { backoffStrategy } from './retry-delay.js';

const timing = {
  // A job whose worker was killed runs elsewhere after about this long. Shorter would take jobs from workers that are
  // only busy for a moment.
  lockDuration: 4_000,
  stalledInterval: 1_500,
  // Being killed while it runs is no fault of the job; but one that kills its worker each time must end.
  maxStalledCount: 10,
  // BullMQ waits 15 s after a lost connection unless told otherwise.
  runRetryDelay: 500,
};

/** A class whose one instance takes the jobs of one queue and gives them to the runner. */
export function workerHostOf({ name, concurrency }: DeclaredQueue): Type<WorkerHost> {
  @Processor(name, { ...timing, concurrency, settings: { backoffStrategy } })
  class QueueWorkerHost extends WorkerHost {
    private readonly errors: RepeatedErrors;

    constructor(
      private readonly runner: JobRunner,
      private readonly log: AppLogger,
    ) {
      super();
      this.errors = new RepeatedErrors(log, 'queue.connection_error');
    }

    override process(job: QueuedJob): Promise<void> {
      return this.runner.run(job);
    }

    @OnWorkerEvent('error')
    reportError(error: Error): void {
      this.errors.report(error, name);
    }

    @OnWorkerEvent('stalled')
    reportStalled(jobId: string): void {
      this.log.warn('queue.job.stalled', { queue: name, jobId });
    }

    @OnWorkerEvent('failed')
    reportFailed(job: QueuedJob | undefined, error: Error): void {
      // The runner tells of its own; what else ends a job is BullMQ's decision: it stalled too often.
      if (error instanceof JobAttemptFailed || error instanceof JobGivenUp) return;
      this.log.error('queue.job.failed', { queue: name, job: job?.name, jobId: job?.id, error });
    }
  }
  return QueueWorkerHost;
}
