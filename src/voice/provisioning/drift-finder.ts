import { Injectable } from '@nestjs/common';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';
import { VapiAccounts } from '../providers/vapi/provisioning/vapi-accounts.js';
import { VapiAssistants } from '../providers/vapi/provisioning/vapi-assistants.js';
import { AssistantWishes } from './assistant-wishes.js';
import { ProvisioningPlans } from './provisioning-plans.js';
import { SyncLedger } from './sync-ledger.js';
import { SyncStates } from './sync-states.repository.js';

/** Finds what somebody has changed at Vapi, with one look at each account however many assistants it holds. */
@Injectable()
export class DriftFinder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly states: SyncStates,
    private readonly assistants: VoiceAssistants,
    private readonly accounts: VapiAccounts,
    private readonly wishes: AssistantWishes,
    private readonly plans: ProvisioningPlans,
    private readonly ledger: SyncLedger,
  ) {}

  /** @param workspaceIds Those whose assistants stand in the account that the first of them works with. */
  async find(ctx: RequestContext, workspaceIds: readonly string[]): Promise<void> {
    const contexts = workspaceIds.map((workspaceId) =>
      systemContext({ actor: 'voice.find-drift', workspaceId, requestId: ctx.requestId }),
    );
    const [first] = contexts;
    const account = first && (await this.accounts.find(first));
    if (!account) return;
    const api = account.api('find_drift');
    const live = await new VapiAssistants(api).read();
    const server = await this.wishes.plannedServer(first, account, api);
    for (const own of contexts) {
      const ids = await this.unitOfWork.run(own, (tx) => this.states.findComparable(tx));
      for (const assistant of await this.assistants.findByIds(own, ids)) {
        const drift = this.plans.compare(assistant, server, live);
        const isSame = drift.length === 0;
        await this.ledger.settle(own, assistant, isSame ? { state: 'SYNCED' } : { state: 'DRIFTED', drift });
      }
    }
  }
}
