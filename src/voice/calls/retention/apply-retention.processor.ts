import { systemContext, type RequestContext } from '../../../kernel/context/index.js';
import { JobProcessor, type JobHandler, type JobMeta } from '../../../kernel/queue/index.js';
import { applyRetentionJob } from './apply-retention.job.js';
import { CallRetention } from './call-retention.js';

@JobProcessor(applyRetentionJob)
export class ApplyRetentionProcessor implements JobHandler<{ all: boolean }> {
  constructor(private readonly retention: CallRetention) {}

  async run(ctx: RequestContext, { all }: { all: boolean }, { signal }: Pick<JobMeta, 'signal'>): Promise<void> {
    const intake = systemContext({ actor: 'voice.retention', access: 'intake', requestId: ctx.requestId });
    await this.retention.apply(intake, { all, signal });
  }
}
