import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';
import type { AssistantDifference, VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import { planAssistant, type LiveAccount } from '../providers/vapi/provisioning/plan-assistant.js';
import { VapiNotConnected } from '../providers/vapi/provisioning/provisioning.errors.js';
import { VapiAccounts } from '../providers/vapi/provisioning/vapi-accounts.js';
import { VapiAssistants } from '../providers/vapi/provisioning/vapi-assistants.js';
import { AssistantWishes, type PlannedServer } from './assistant-wishes.js';

/** What would be done at Vapi for an assistant; nothing is written. */
@Injectable()
export class ProvisioningPlans {
  constructor(
    private readonly assistants: VoiceAssistants,
    private readonly accounts: VapiAccounts,
    private readonly wishes: AssistantWishes,
  ) {}

  /** @throws AssistantNotFound, VapiNotConnected, HttpFailure when Vapi does not answer and nothing is known from before. */
  async plan(ctx: RequestContext, assistantId: string): Promise<readonly AssistantDifference[]> {
    assertWorkspaceEntered(ctx);
    const assistant = await this.assistants.requireActive(ctx, assistantId);
    if (assistant.route !== 'VAPI') return [];
    const account = await this.accounts.find(ctx);
    if (!account) throw new VapiNotConnected();
    try {
      const api = account.api('plan_assistant');
      const server = await this.wishes.plannedServer(ctx, account, api);
      return this.compare(assistant, server, await new VapiAssistants(api).read());
    } catch (error) {
      const known = assistant.syncState === 'DRIFTED' ? assistant.drift : null;
      if (known && error instanceof HttpFailure && error.retryable) return known;
      throw error;
    }
  }

  compare(
    assistant: VoiceAssistant,
    { server, credential }: PlannedServer,
    account: LiveAccount,
  ): readonly AssistantDifference[] {
    const { changes } = planAssistant(this.wishes.compose(assistant, server), account);
    if (credential === null) return changes;
    return [{ target: 'credential', action: 'CREATE', before: null, after: { name: credential } }, ...changes];
  }
}
