import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, type RequestContext } from '../../../kernel/context/index.js';
import { VapiAccounts } from '../../providers/vapi/provisioning/vapi-accounts.js';
import type { LiveCall } from '../../providers/vapi/provisioning/live-call.js';
import { VapiOwners } from '../../providers/vapi/vapi-owners.js';
import { CallControl, type ControlledCall } from '../call-control.js';
import type { ControlCommand } from '../control-command.js';
import { CallJustEnded, CallNotControllable, CallNotInAccount, NoAccount } from '../control.errors.js';
import { ControlLine } from './control-line.js';
import { vapiCommand } from './vapi-command.js';

/**
 * Calls that Vapi carries. Where commands go is asked of Vapi each time, with the key of the account, and never taken from
 * an event nor kept: who may send events here could otherwise name any place, and who reads our database any call.
 */
@Injectable()
export class VapiCallControl extends CallControl {
  constructor(
    private readonly accounts: VapiAccounts,
    private readonly owners: VapiOwners,
    private readonly line: ControlLine,
  ) {
    super();
  }

  override async send(ctx: RequestContext, { vapiCallId }: ControlledCall, command: ControlCommand): Promise<void> {
    const account = await this.accounts.find(ctx);
    if (!account) throw new NoAccount('vapi');
    const live = vapiCallId === null ? null : await account.api('control_call', 'urgent').findCall(vapiCallId);
    if (!live || (account.shared && !(await this.isOwn(ctx, live)))) throw new CallNotInAccount('Vapi');
    if (live.status === 'ended') throw new CallJustEnded();
    if (!live.controlUrl) throw new CallNotControllable();
    await this.line.send(live.id, live.controlUrl, vapiCommand(command, live.provider));
  }

  /**
   * All workspaces share the deployment's account, and a forged event can name any call in it: so Vapi's word is taken for
   * whose assistant or number it is.
   */
  private async isOwn({ workspaceId }: RequestContext, live: LiveCall): Promise<boolean> {
    const keys = { vapiAssistantId: live.assistantId, vapiPhoneNumberId: live.phoneNumberId };
    const owner = await this.owners.workspaceOf(keys);
    return owner === workspaceId || (owner === null && workspaceId === deploymentWorkspaceId);
  }
}
