import type { JobDefinition } from './job-definition.js';

/** When: every so many milliseconds, or by a cron expression in a time zone (UTC unless said otherwise). */
export type Recurrence = { everyMs: number } | { cron: string; timeZone?: string | undefined };

export interface ScheduleDefinition<P = unknown> {
  /** Unique: `webhooks.retention`. */
  readonly name: string;
  readonly job: JobDefinition<P>;
  readonly payload: P;
  readonly recurrence: Recurrence;
}

const schedules = new Map<string, ScheduleDefinition>();

/**
 * Declares work that repeats: sweepers, retention, reconcilers. It runs once per occurrence however many workers there are.
 *
 * @example
 * defineSchedule({ name: 'webhooks.sweep', job: sweepJob, payload: {}, recurrence: { everyMs: 10_000 } });
 */
export function defineSchedule<P>(schedule: ScheduleDefinition<P>): ScheduleDefinition<P> {
  if (schedules.has(schedule.name)) throw new Error(`The schedule "${schedule.name}" is declared twice.`);
  schedules.set(schedule.name, schedule);
  return schedule;
}

export function declaredSchedules(): ScheduleDefinition[] {
  return [...schedules.values()];
}
