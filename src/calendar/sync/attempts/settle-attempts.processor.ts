import type { RequestContext } from '../../../kernel/context/index.js';
import { JobProcessor, type JobMeta } from '../../../kernel/queue/index.js';
import { AbandonedAttempts } from './abandoned-attempts.js';
import { settleAttemptsJob } from './attempts.jobs.js';

@JobProcessor(settleAttemptsJob)
export class SettleAttemptsProcessor {
  constructor(private readonly attempts: AbandonedAttempts) {}

  run(ctx: RequestContext, _payload: object, { signal }: Pick<JobMeta, 'signal'>): Promise<void> {
    return this.attempts.settle(ctx, signal);
  }
}
