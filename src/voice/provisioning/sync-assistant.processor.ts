import type { RequestContext } from '../../kernel/context/index.js';
import { JobProcessor, type JobHandler } from '../../kernel/queue/index.js';
import { AssistantSync } from './assistant-sync.js';
import { syncAssistantJob, type SyncAssistant } from './provisioning.jobs.js';

@JobProcessor(syncAssistantJob)
export class SyncAssistantProcessor implements JobHandler<SyncAssistant> {
  constructor(private readonly assistants: AssistantSync) {}

  async run(ctx: RequestContext, { assistantId }: SyncAssistant): Promise<void> {
    await this.assistants.sync(ctx, assistantId);
  }
}
