import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { declaredJobs, type JobDefinition } from './job-definition.js';
import { jobOfProcessor, type JobHandler } from './job-processor.js';
import { QueueFault } from './queue.errors.js';

export interface AssignedJob {
  readonly job: JobDefinition;
  readonly handler: JobHandler;
}

interface FoundProcessor {
  readonly job: JobDefinition;
  readonly className: string;
  readonly isRequestScoped: boolean;
  readonly instance: unknown;
}

/** Which class runs which job in this process. */
@Injectable()
export class JobHandlers {
  readonly #assigned = new Map<string, AssignedJob>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** @throws QueueFault naming every job that has no processor, or two, or one that cannot be shared by all jobs. */
  assign(): void {
    const found = this.#findProcessors();
    const faults = declaredJobs().flatMap((job) =>
      faultsOf(
        job,
        found.filter((processor) => processor.job === job),
      ),
    );
    if (faults.length > 0)
      throw new QueueFault(`The workers cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    for (const { job, instance } of found)
      if (isHandler(instance)) this.#assigned.set(job.name, { job, handler: instance });
  }

  of(name: string): AssignedJob | undefined {
    return this.#assigned.get(name);
  }

  #findProcessors(): FoundProcessor[] {
    return this.discovery.getProviders().flatMap((wrapper): FoundProcessor[] => {
      const metatype: unknown = wrapper.metatype;
      const instance: unknown = wrapper.instance;
      const job = typeof metatype === 'function' ? this.reflector.get(jobOfProcessor, metatype) : undefined;
      if (typeof metatype !== 'function' || !job) return [];
      return [{ job, className: metatype.name, isRequestScoped: !wrapper.isDependencyTreeStatic(), instance }];
    });
  }
}

function faultsOf(job: JobDefinition, processors: readonly FoundProcessor[]): string[] {
  const [first] = processors;
  const names = processors.map(({ className }) => className).join(', ');
  if (!first) return [`The job "${job.name}" has no @JobProcessor: provide one in the worker module of its owner.`];
  if (processors.length > 1) return [`The job "${job.name}" has ${processors.length} processors (${names}): keep one.`];
  if (first.isRequestScoped) return [`${names} is request-scoped, or needs something that is: a job has no request.`];
  return [];
}

function isHandler(instance: unknown): instance is JobHandler {
  return typeof instance === 'object' && instance !== null && 'run' in instance && typeof instance.run === 'function';
}
