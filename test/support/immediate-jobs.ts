import { Global, Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, Reflector } from '@nestjs/core';
import { fromJob, toJob, uuidv7, type RequestContext } from '../../src/kernel/context/index.js';
import { Jobs, type JobDefinition, type JobHandler } from '../../src/kernel/queue/index.js';
import { jobOfProcessor } from '../../src/kernel/queue/job-processor.js';

interface Item<P> {
  ctx: RequestContext;
  payload: P;
}

/** A queue that has no memory: a job runs as soon as it is put, once, and its failure is told to whoever put it. */
@Injectable()
class ImmediateJobs implements Pick<Jobs, 'add' | 'addLater' | 'addMany'> {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  async add<P>(ctx: RequestContext, job: JobDefinition<P>, payload: P): Promise<string> {
    const jobId = uuidv7();
    const { signal } = new AbortController();
    const meta = { jobId, attempt: 1, isLastAttempt: false, queuedAt: new Date(), signal };
    await this.handlerOf(job).run(fromJob(toJob(ctx)), job.payload.parse(payload), meta);
    return jobId;
  }

  async addLater<P>(ctx: RequestContext, job: JobDefinition<P>, { payload }: { payload: P }): Promise<string> {
    return this.add(ctx, job, payload);
  }

  async addMany<P>(job: JobDefinition<P>, items: readonly Item<P>[]): Promise<void> {
    for (const { ctx, payload } of items) await this.add(ctx, job, payload);
  }

  private handlerOf<P>(job: JobDefinition<P>): JobHandler<P> {
    const found = this.discovery.getProviders().find(({ metatype }) => {
      return typeof metatype === 'function' && Object.is(this.reflector.get(jobOfProcessor, metatype), job);
    });
    if (!found) throw new Error(`Nobody here runs the job "${job.name}".`);
    return found.instance as JobHandler<P>;
  }
}

/** For a server of tests that is made of some modules only: jobs without a queue. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [{ provide: Jobs, useClass: ImmediateJobs }], exports: [Jobs] })
export class ImmediateJobsModule {}
