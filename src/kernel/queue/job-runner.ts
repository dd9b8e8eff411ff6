import { Injectable } from '@nestjs/common';
import { fromJob, systemContext, type RequestContext } from '../context/index.js';
import { Drain } from '../lifecycle/index.js';
import { addLogFields, AppLogger, logFieldsOf, withLogFields } from '../observability/index.js';
import { declaredJob } from './job-definition.js';
import { jobEnvelopeSchema, type QueuedJob } from './job-envelope.js';
import { JobHandlers, type AssignedJob } from './job-handlers.js';
import type { JobMeta } from './job-processor.js';
import { acceptPayload } from './jobs.js';
import { jobDuration, jobsDone, jobWait } from './queue.metrics.js';
import { JobAttemptFailed, JobGivenUp, JobPayloadInvalid } from './queue.errors.js';
import { backoffOf, retryDelay } from './retry-delay.js';

interface Run {
  readonly assigned: AssignedJob;
  readonly ctx: RequestContext;
  readonly payload: unknown;
}

/** Runs one attempt at a job that BullMQ hands over, and says how it ended. */
@Injectable()
export class JobRunner {
  readonly #ending = new AbortController();
  #active = 0;

  constructor(
    private readonly handlers: JobHandlers,
    private readonly log: AppLogger,
    drain: Drain,
  ) {
    drain.during('intake', 'queue.jobs', () => this.#ending.abort());
  }

  /** How many jobs run right now. */
  get active(): number {
    return this.#active;
  }

  /** @throws JobAttemptFailed, JobGivenUp */
  async run(queued: QueuedJob): Promise<void> {
    const meta = this.#metaOf(queued);
    this.#active += 1;
    try {
      const fields = { job: queued.name, jobId: meta.jobId, attempt: meta.attempt };
      await withLogFields(fields, () => this.#attempt(queued, meta));
    } finally {
      this.#active -= 1;
    }
  }

  async #attempt(queued: QueuedJob, meta: JobMeta): Promise<void> {
    const job = nameForMetrics(queued);
    try {
      const run = prepare(queued, this.handlers.of(queued.name));
      addLogFields(logFieldsOf(run.ctx));
      observeWait(queued, meta);
      const stopTimer = jobDuration.startTimer({ job });
      await run.assigned.handler.run(run.ctx, run.payload, meta).finally(stopTimer);
    } catch (error) {
      throw this.#conclude(queued, meta, error);
    }
    jobsDone.inc({ job, result: 'completed' });
    this.log.debug('queue.job.completed');
  }

  #conclude(queued: QueuedJob, meta: JobMeta, error: unknown): Error {
    const retryInMs = meta.isLastAttempt ? null : retryDelay(error, meta.attempt, backoffOf(queued.name));
    jobsDone.inc({ job: nameForMetrics(queued), result: retryInMs === null ? 'failed' : 'retried' });
    const message = this.log.redactor.text(error instanceof Error ? error.message : String(error));
    if (retryInMs === null) {
      this.log.error('queue.job.failed', { error });
      return new JobGivenUp(message);
    }
    this.log.warn('queue.job.retrying', { error, retryInMs });
    return new JobAttemptFailed(message, retryInMs);
  }

  #metaOf({ id, attemptsMade, opts, timestamp }: QueuedJob): JobMeta {
    const attempt = attemptsMade + 1;
    return {
      jobId: id ?? '',
      attempt,
      isLastAttempt: attempt >= (opts.attempts ?? 1),
      queuedAt: new Date(timestamp),
      signal: this.#ending.signal,
    };
  }
}

function prepare(queued: QueuedJob, assigned: AssignedJob | undefined): Run {
  // A newer release may have put it and its workers may know it: so it is tried again.
  if (!assigned) throw new Error(`No job named "${queued.name}" is declared here.`);
  const envelope = jobEnvelopeSchema.safeParse(queued.data);
  if (!envelope.success) throw new JobPayloadInvalid(queued.name, envelope.error);
  const { ctx, payload } = envelope.data;
  return {
    assigned,
    ctx: ctx ? fromJob(ctx) : systemContext({ actor: queued.name }),
    payload: acceptPayload(assigned.job, payload),
  };
}

function observeWait(queued: QueuedJob, meta: JobMeta): void {
  if (meta.attempt > 1) return;
  const waitedMs = Date.now() - queued.timestamp - queued.delay;
  jobWait.observe({ job: nameForMetrics(queued) }, Math.max(0, waitedMs) / 1_000);
}

/** Names that nobody declared must not become labels: their number has no limit. */
function nameForMetrics({ name }: QueuedJob): string {
  return declaredJob(name) ? name : 'unknown';
}
