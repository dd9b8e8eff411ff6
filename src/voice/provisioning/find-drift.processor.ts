import type { RequestContext } from '../../kernel/context/index.js';
import { JobProcessor, type JobHandler } from '../../kernel/queue/index.js';
import { AssistantAccounts } from './assistant-accounts.js';
import { DriftFinder } from './drift-finder.js';
import { findDriftJob, type FindDrift } from './provisioning.jobs.js';

@JobProcessor(findDriftJob)
export class FindDriftProcessor implements JobHandler<FindDrift> {
  constructor(
    private readonly accounts: AssistantAccounts,
    private readonly finder: DriftFinder,
  ) {}

  async run(ctx: RequestContext, { workspaceId }: FindDrift): Promise<void> {
    if (workspaceId !== null) return this.finder.find(ctx, [workspaceId]);
    const { shared } = await this.accounts.split(ctx, await this.accounts.kept(ctx));
    await this.finder.find(ctx, shared);
  }
}
