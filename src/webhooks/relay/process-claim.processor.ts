import type { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import { JobProcessor } from '../../kernel/queue/index.js';
import { processClaimJob } from './claim.job.js';
import { ClaimWorker } from './claim-worker.js';

@JobProcessor(processClaimJob)
export class ProcessClaimProcessor {
  constructor(private readonly worker: ClaimWorker) {}

  run(ctx: RequestContext, claim: z.output<(typeof processClaimJob)['payload']>): Promise<void> {
    return this.worker.work(ctx, claim);
  }
}
