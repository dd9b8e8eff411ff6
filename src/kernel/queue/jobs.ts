import { Injectable } from '@nestjs/common';
import type { JobsOptions } from 'bullmq';
import { toJob, uuidv7, type RequestContext } from '../context/index.js';
import { within } from '../lifecycle/index.js';
import type { JobDefinition } from './job-definition.js';
import type { JobEnvelope } from './job-envelope.js';
import { JobPayloadInvalid, QueueUnavailable } from './queue.errors.js';
import { Queues } from './queues.js';

const askLimitMs = 5_000;
const keepFailed = { age: 7 * 24 * 3600, count: 1_000 };

/** Puts jobs. Never inside a transaction, which could still roll back: put them after the commit, or let a sweeper find the row. */
@Injectable()
export class Jobs {
  constructor(private readonly queues: Queues) {}

  /**
   * @returns the id of the job. One that waits for its twin (`dedupe`) has its twin's id.
   * @throws QueueUnavailable
   */
  async add<P>(ctx: RequestContext, job: JobDefinition<P>, payload: P): Promise<string> {
    return this.addLater(ctx, job, { payload, delayMs: 0 });
  }

  /** Like `add`, for a job that is due later. */
  async addLater<P>(
    ctx: RequestContext,
    job: JobDefinition<P>,
    { payload, delayMs }: { payload: P; delayMs: number },
  ): Promise<string> {
    const { data, opts } = prepare(ctx, job, payload);
    const queued = await ask(
      this.queues.of(job.queue).add(job.name, data, { ...opts, ...(delayMs > 0 && { delay: delayMs }) }),
    );
    return queued.id ?? opts.jobId;
  }

  /** Puts many jobs of one kind, each for its own context, in one round trip. */
  async addMany<P>(job: JobDefinition<P>, items: readonly { ctx: RequestContext; payload: P }[]): Promise<void> {
    if (items.length === 0) return;
    const entries = items.map(({ ctx, payload }) => ({ name: job.name, ...prepare(ctx, job, payload) }));
    await ask(this.queues.of(job.queue).addBulk(entries));
  }

  /** How many jobs nobody has begun yet, of all kinds that share the queue of this one. */
  async waiting(job: Pick<JobDefinition, 'queue'>): Promise<number> {
    return ask(this.queues.of(job.queue).getJobCountByTypes('waiting', 'prioritized'));
  }
}

/** What BullMQ keeps of every job of this kind, scheduled ones included. */
export function keptOptions(job: JobDefinition): JobsOptions {
  return {
    attempts: job.attempts,
    backoff: { type: 'declared' },
    removeOnComplete: true,
    removeOnFail: keepFailed,
    // Stacks can hold secrets; they are in the log, redacted.
    stackTraceLimit: 0,
  };
}

/** @throws JobPayloadInvalid */
export function acceptPayload<P>(job: JobDefinition<P>, payload: unknown): P {
  const parsed = job.payload.safeParse(payload);
  if (!parsed.success) throw new JobPayloadInvalid(job.name, parsed.error);
  return parsed.data;
}

function prepare<P>(ctx: RequestContext, job: JobDefinition<P>, input: P) {
  if (ctx.tx) throw new Error(`The job "${job.name}" was put inside a transaction: put it after the commit.`);
  const payload = acceptPayload(job, input);
  const data: JobEnvelope = { ctx: toJob(ctx), payload };
  const id = job.dedupe?.(payload);
  const deduplication = id !== undefined && { deduplication: { id, keepLastIfActive: true } };
  // An id of its own each time: BullMQ silently ignores a job whose id exists, even a failed one.
  return { data, opts: { ...keptOptions(job), ...deduplication, jobId: uuidv7() } };
}

async function ask<T>(asking: Promise<T>): Promise<T> {
  try {
    return await within(askLimitMs, 'Asking the queue', asking);
  } catch (error) {
    throw new QueueUnavailable(error);
  }
}
