import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import type { AssistantDifference, VoiceAssistant } from '../../assistants/voice-assistant.entity.js';
import { managedBy } from '../../providers/vapi/provisioning/assistant-body.js';
import type { LiveAssistant } from '../../providers/vapi/provisioning/live-account.js';
import { isMembers } from '../../providers/vapi/provisioning/managed-fields.js';
import type { LiveAccount } from '../../providers/vapi/provisioning/plan-assistant.js';
import {
  AlreadyImported,
  ImportFromSharedAccount,
  VapiAssistantMissing,
  VapiModelMissing,
  VapiNotConnected,
} from '../../providers/vapi/provisioning/provisioning.errors.js';
import { VapiAccounts } from '../../providers/vapi/provisioning/vapi-accounts.js';
import { VapiAssistants } from '../../providers/vapi/provisioning/vapi-assistants.js';
import { AssistantWishes, type PlannedServer } from '../assistant-wishes.js';
import { ProvisioningPlans } from '../provisioning-plans.js';

/** An assistant at Vapi that may be declared here, and what stands around it. */
export interface Importable {
  live: LiveAssistant;
  account: LiveAccount;
  server: PlannedServer;
}

/** Finds assistants that the workspace may take over. */
@Injectable()
export class ImportableAssistants {
  constructor(
    private readonly accounts: VapiAccounts,
    private readonly wishes: AssistantWishes,
    private readonly plans: ProvisioningPlans,
  ) {}

  /** Reads only. @throws what `AssistantImports.run` throws */
  async find(ctx: RequestContext, vapiAssistantId: string): Promise<Importable> {
    const account = await this.accounts.find(ctx);
    if (!account) throw new VapiNotConnected();
    // The operator alone may say whose an assistant of the operator’s account is.
    if (account.shared && ctx.actor.role !== 'ADMIN') throw new ImportFromSharedAccount();
    const api = account.api('import_assistant');
    const held = await new VapiAssistants(api).read();
    const live = held.assistants.find(({ id }) => id === vapiAssistantId);
    if (!live) throw new VapiAssistantMissing(vapiAssistantId);
    if (live.model === null) throw new VapiModelMissing(live.name ?? live.id);
    const { metadata } = live.fields;
    const isElsewhere =
      isMembers(metadata) && metadata.managedBy === managedBy && metadata.workspaceId !== ctx.workspaceId;
    if (isElsewhere) throw new AlreadyImported();
    return { live, account: held, server: await this.wishes.plannedServer(ctx, account, api) };
  }

  compare(assistant: VoiceAssistant, { server, account }: Importable): readonly AssistantDifference[] {
    return this.plans.compare(assistant, server, account);
  }
}
