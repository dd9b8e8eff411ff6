import type { z } from 'zod';

export interface Backoff {
  /** Before the second attempt; doubles with each further one. */
  readonly delayMs: number;
  readonly maxMs: number;
}

export interface JobDeclaration<P> {
  /** `module.verb-noun`, unique: `voice.sync-call`. */
  name: string;
  /** The kind of work: each has a queue of its own, so that a slow one cannot starve another. */
  queue: string;
  /** Ids, never objects; checked when the job is put and again when it is taken. */
  payload: z.ZodType<P, P>;
  /** How often it is tried in all; 5 unless said otherwise. */
  attempts?: number | undefined;
  backoff?: Partial<Backoff> | undefined;
  /**
   * Jobs with the same key wait once. One that is put while its twin runs, runs once more afterwards, with the newest
   * payload: what changed meanwhile is not lost.
   */
  dedupe?(payload: P): string;
  /** How many jobs of this queue one worker runs at a time; the largest number that a job of the queue asks for counts. */
  concurrency?: number | undefined;
}

export interface JobDefinition<P = unknown> {
  readonly name: string;
  readonly queue: string;
  readonly payload: z.ZodType<P, P>;
  readonly attempts: number;
  readonly backoff: Backoff;
  dedupe?(payload: P): string;
  readonly concurrency: number;
}

export interface DeclaredQueue {
  readonly name: string;
  readonly concurrency: number;
}

const jobs = new Map<string, JobDefinition>();
const jobName = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;
const queueName = /^[a-z][a-z0-9-]*$/;

/**
 * Declares a job once, beside its owner; exactly one `@JobProcessor` runs it.
 *
 * @example
 * export const syncCallJob = defineJob({
 *   name: 'voice.sync-call', queue: 'calls', payload: z.object({ callId: z.uuid() }), attempts: 8,
 * });
 * // later: await this.jobs.add(ctx, syncCallJob, { callId });
 */
export function defineJob<P>(declaration: JobDeclaration<P>): JobDefinition<P> {
  const { name, queue, payload, attempts = 5, backoff, concurrency = 5 } = declaration;
  if (!jobName.test(name)) throw new Error(`"${name}" is no name for a job: write it like voice.sync-call.`);
  if (!queueName.test(queue))
    throw new Error(`"${queue}" is no name for a queue: small letters, digits and dashes only.`);
  if (jobs.has(name)) throw new Error(`The job "${name}" is declared twice.`);
  const definition: JobDefinition<P> = {
    name,
    queue,
    payload,
    attempts,
    backoff: { delayMs: 1_000, maxMs: 300_000, ...backoff },
    concurrency,
    ...(declaration.dedupe && { dedupe: (value: P) => `${name}/${declaration.dedupe?.(value)}` }),
  };
  jobs.set(name, definition);
  return definition;
}

/** Every job declared by the modules that have been imported by now. */
export function declaredJobs(): JobDefinition[] {
  return [...jobs.values()];
}

export function declaredJob(name: string): JobDefinition | undefined {
  return jobs.get(name);
}

export function declaredQueues(): DeclaredQueue[] {
  const concurrencies = new Map<string, number>();
  for (const { queue, concurrency } of jobs.values()) {
    concurrencies.set(queue, Math.max(concurrency, concurrencies.get(queue) ?? 1));
  }
  return [...concurrencies].map(([name, concurrency]) => ({ name, concurrency }));
}
