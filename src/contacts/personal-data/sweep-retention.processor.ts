import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { JobProcessor, type JobHandler, type JobMeta } from '../../kernel/queue/index.js';
import { sweepRetentionJob } from './retention.jobs.js';
import { RetentionSweeper } from './retention.js';

@JobProcessor(sweepRetentionJob)
export class SweepRetentionProcessor implements JobHandler<Record<string, never>> {
  constructor(private readonly sweeper: RetentionSweeper) {}

  async run(ctx: RequestContext, _payload: Record<string, never>, { signal }: JobMeta): Promise<void> {
    const intake = systemContext({ actor: 'contacts.retention', access: 'intake', requestId: ctx.requestId });
    await this.sweeper.sweep(intake, signal);
  }
}
