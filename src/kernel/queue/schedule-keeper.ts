import { Injectable } from '@nestjs/common';
import type { RepeatOptions } from 'bullmq';
import { AppLogger } from '../observability/index.js';
import { acceptPayload, keptOptions } from './jobs.js';
import { QueueBackend } from './queue-backend.js';
import { Queues } from './queues.js';
import { declaredSchedules, type Recurrence, type ScheduleDefinition } from './schedule-definition.js';

const checkEveryMs = 15_000;
/** A schedule whose next run is this long overdue has lost it. */
const overdueMs = 60_000;

/**
 * Keeps the declared schedules in the queue: at the start, and again and again, because Redis may have lost its memory.
 * Any number of workers may do so at once; each schedule runs once per occurrence.
 */
@Injectable()
export class ScheduleKeeper {
  #timer: NodeJS.Timeout | undefined;
  #keeping: Promise<void> | undefined;

  constructor(
    private readonly queues: Queues,
    private readonly backend: QueueBackend,
    private readonly log: AppLogger,
  ) {}

  async start(): Promise<void> {
    await this.removeUndeclared();
    await this.keep();
    this.#timer = setInterval(() => void this.keep(), checkEveryMs);
    this.backend.onReturn(() => void this.keep());
  }

  /** Puts and removes no schedule any more; those in the queue stay. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Puts back what is missing or differs; changes nothing where all is well. */
  keep(): Promise<void> {
    this.#keeping ??= this.#keepAll().finally(() => (this.#keeping = undefined));
    return this.#keeping;
  }

  async #keepAll(): Promise<void> {
    for (const schedule of declaredSchedules()) {
      try {
        if (!(await this.#isKept(schedule))) await this.#put(schedule);
      } catch (error) {
        this.log.warn('queue.schedule_not_kept', { schedule: schedule.name, error });
      }
    }
  }

  async #isKept(schedule: ScheduleDefinition): Promise<boolean> {
    const kept = await this.queues.of(schedule.job.queue).getJobScheduler(schedule.name);
    if (kept?.name !== schedule.job.name) return false;
    const wanted = repeatOptions(schedule.recurrence);
    const isSame = kept.every === wanted.every && kept.pattern === wanted.pattern && kept.tz === wanted.tz;
    return isSame && (kept.next ?? 0) > Date.now() - overdueMs;
  }

  async #put(schedule: ScheduleDefinition): Promise<void> {
    const { name, job, recurrence } = schedule;
    const data = { payload: acceptPayload(job, schedule.payload) };
    await this.queues
      .of(job.queue)
      .upsertJobScheduler(name, repeatOptions(recurrence), { name: job.name, data, opts: keptOptions(job) });
  }

  /** A schedule that an older release declared would put jobs that nobody knows. */
  async removeUndeclared(): Promise<void> {
    const declared = declaredSchedules();
    for (const queueName of new Set(declared.map(({ job }) => job.queue))) {
      const queue = this.queues.of(queueName);
      for (const { key } of await queue.getJobSchedulers()) {
        const isDeclared = declared.some(({ name, job }) => name === key && job.queue === queueName);
        if (!isDeclared) await queue.removeJobScheduler(key);
      }
    }
  }
}

function repeatOptions(recurrence: Recurrence): Omit<RepeatOptions, 'key'> {
  if ('everyMs' in recurrence) return { every: recurrence.everyMs };
  return { pattern: recurrence.cron, tz: recurrence.timeZone ?? 'UTC' };
}
