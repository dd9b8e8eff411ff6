import { Injectable } from '@nestjs/common';
import { WorkspaceAccounts } from '../../integrations/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { VapiAccounts } from '../providers/vapi/provisioning/vapi-accounts.js';
import { SyncStates, type UnsettledAssistant } from './sync-states.repository.js';

/** Which accounts hold assistants of which workspaces. */
@Injectable()
export class AssistantAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly states: SyncStates,
    private readonly connected: WorkspaceAccounts,
    private readonly accounts: VapiAccounts,
  ) {}

  /** Those that work with the deployment’s account, and those that have one of their own. */
  async split(ctx: RequestContext, workspaceIds: readonly string[]): Promise<{ shared: string[]; own: string[] }> {
    const connections = await this.connected.workspacesWith(ctx, 'vapi');
    const owners = new Set(connections.map(({ workspaceId }) => workspaceId));
    const hasDeployment = (await this.accounts.deployment()) !== null;
    return {
      own: workspaceIds.filter((id) => owners.has(id)),
      shared: hasDeployment ? workspaceIds.filter((id) => !owners.has(id)) : [],
    };
  }

  /** Those that wait although they could be looked after: their jobs are lost, or given up. */
  async overdue(ctx: RequestContext): Promise<UnsettledAssistant[]> {
    const waiting = await this.unitOfWork.run({ ...ctx, access: 'intake' }, (tx) =>
      this.states.findUnsettledAcrossTenants(tx),
    );
    const { own, shared } = await this.split(
      ctx,
      waiting.map(({ workspaceId }) => workspaceId),
    );
    const connected = new Set([...own, ...shared]);
    return waiting.filter(({ workspaceId, route }) => route === 'TWILIO' || connected.has(workspaceId));
  }

  /** Who has assistants at Vapi. */
  kept(ctx: RequestContext): Promise<string[]> {
    return this.unitOfWork.run({ ...ctx, access: 'intake' }, (tx) => this.states.findWorkspacesAcrossTenants(tx));
  }
}
