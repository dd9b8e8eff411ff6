import type { RequestContext } from '../../../kernel/context/index.js';
import { JobProcessor } from '../../../kernel/queue/index.js';
import { ChainWatch } from './chain-watch.js';
import { watchChainJob } from './watch-chains.jobs.js';

@JobProcessor(watchChainJob)
export class WatchChainProcessor {
  constructor(private readonly watch: ChainWatch) {}

  run(ctx: RequestContext, { assistantId }: { assistantId: string }): Promise<void> {
    return this.watch.look(ctx, assistantId);
  }
}
