import { WorkspaceAccounts } from '../../integrations/index.js';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { sha256 } from '../../kernel/crypto/index.js';
import { JobProcessor, Jobs, type JobHandler } from '../../kernel/queue/index.js';
import { ReconciledLines } from './reconciled-lines.repository.js';
import { planReconciliationJob, reconcileAccountJob } from './reconciliation.jobs.js';

/** Over how long the accounts are spread, so that they are not all asked at once. */
const spreadMs = 20_000;

@JobProcessor(planReconciliationJob)
export class PlanReconciliationProcessor implements JobHandler<object> {
  constructor(
    private readonly lines: ReconciledLines,
    private readonly connected: WorkspaceAccounts,
    private readonly jobs: Jobs,
  ) {}

  async run(ctx: RequestContext): Promise<void> {
    const workspaceIds = await this.lines.workspacesAcrossTenants(ctx);
    if (workspaceIds.length === 0) return;
    const contextOf = (workspaceId?: string) =>
      systemContext({ actor: 'voice.reconciliation', workspaceId, requestId: ctx.requestId });
    await this.jobs.add(contextOf(), reconcileAccountJob, { workspaceId: null });
    const owners = await this.ownersOfAccounts(ctx);
    for (const workspaceId of workspaceIds.filter((id) => owners.has(id))) {
      const delayMs = Math.floor((sha256(workspaceId).readUInt32BE() / 2 ** 32) * spreadMs);
      await this.jobs.addLater(contextOf(workspaceId), reconcileAccountJob, { payload: { workspaceId }, delayMs });
    }
  }

  private async ownersOfAccounts(ctx: RequestContext): Promise<ReadonlySet<string>> {
    const ofVapi = await this.connected.workspacesWith(ctx, 'vapi');
    const ofTwilio = await this.connected.workspacesWith(ctx, 'twilio');
    return new Set([...ofVapi, ...ofTwilio].map(({ workspaceId }) => workspaceId));
  }
}
