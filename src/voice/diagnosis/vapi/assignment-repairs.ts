import type { RequestContext } from '../../../kernel/context/index.js';
import { VapiAccounts } from '../../providers/vapi/provisioning/vapi-accounts.js';
import type { VapiNumbers } from '../../providers/vapi/provisioning/vapi-numbers.js';
import { ConnectionRepair, type ConnectionRepairContract, type RepairTarget } from '../connection-repair.js';
import { RepairOutdated } from '../diagnosis.errors.js';
import { assignmentRepairKind } from './number-repair.js';

/** Says at Vapi who answers a number, and puts back who did before. */
@ConnectionRepair()
export class AssignmentRepairs implements ConnectionRepairContract {
  readonly kind = assignmentRepairKind;

  constructor(private readonly accounts: VapiAccounts) {}

  async read(ctx: RequestContext, { numberId = '' }: RepairTarget): Promise<string | null> {
    const found = await (await this.numbers(ctx)).find(numberId);
    if (!found) throw new RepairOutdated();
    return found.assistantId;
  }

  async apply(ctx: RequestContext, { numberId = '', vapiAssistantId }: RepairTarget): Promise<void> {
    await (await this.numbers(ctx)).update(numberId, { assistantId: vapiAssistantId });
  }

  async undo(ctx: RequestContext, { numberId = '' }: RepairTarget, previous: unknown): Promise<void> {
    const assistantId = typeof previous === 'string' ? previous : null;
    await (await this.numbers(ctx)).update(numberId, { assistantId });
  }

  private async numbers(ctx: RequestContext): Promise<VapiNumbers> {
    const account = await this.accounts.find(ctx);
    if (!account) throw new RepairOutdated();
    return account.api('repair_number', 'urgent').numbers;
  }
}
