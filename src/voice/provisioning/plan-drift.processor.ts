import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { sha256 } from '../../kernel/crypto/index.js';
import { JobProcessor, Jobs, type JobHandler } from '../../kernel/queue/index.js';
import { AssistantAccounts } from './assistant-accounts.js';
import { findDriftJob, planDriftJob, syncAssistantJob } from './provisioning.jobs.js';

/** Over how long the accounts are spread, so that they are not all asked at once. */
const spreadMs = 5 * 60_000;

@JobProcessor(planDriftJob)
export class PlanDriftProcessor implements JobHandler<object> {
  constructor(
    private readonly accounts: AssistantAccounts,
    private readonly jobs: Jobs,
  ) {}

  async run(ctx: RequestContext): Promise<void> {
    const contextOf = (workspaceId?: string) =>
      systemContext({ actor: 'voice.provisioning', workspaceId, requestId: ctx.requestId });
    const overdue = await this.accounts.overdue(ctx);
    await this.jobs.addMany(
      syncAssistantJob,
      overdue.map(({ id, workspaceId }) => ({ ctx: contextOf(workspaceId), payload: { assistantId: id } })),
    );
    const { own, shared } = await this.accounts.split(ctx, await this.accounts.kept(ctx));
    for (const workspaceId of own) {
      const delayMs = Math.floor((sha256(workspaceId).readUInt32BE() / 2 ** 32) * spreadMs);
      await this.jobs.addLater(contextOf(workspaceId), findDriftJob, { payload: { workspaceId }, delayMs });
    }
    if (shared.length > 0) await this.jobs.add(contextOf(), findDriftJob, { workspaceId: null });
  }
}
