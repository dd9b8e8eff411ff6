import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { VoiceAssistants } from '../../assistants/voice-assistants.js';
import type { LiveAssistant } from '../../providers/vapi/provisioning/live-account.js';
import {
  planAssistant,
  type AssistantPlan,
  type AssistantWish,
  type LiveAccount,
} from '../../providers/vapi/provisioning/plan-assistant.js';
import { VapiAccounts } from '../../providers/vapi/provisioning/vapi-accounts.js';
import type { VapiApi } from '../../providers/vapi/provisioning/vapi-api.js';
import { VapiAssistants } from '../../providers/vapi/provisioning/vapi-assistants.js';
import { AssistantWishes } from '../../provisioning/assistant-wishes.js';
import { RepairOutdated } from '../diagnosis.errors.js';

/** An assistant as it stands at Vapi, as it should, and what lies between. */
export interface LiveWish {
  api: VapiApi;
  live: LiveAssistant;
  wish: AssistantWish;
  plan: AssistantPlan;
  account: LiveAccount;
}

/** Reads what a repair of an assistant at Vapi has to know, anew each time. */
@Injectable()
export class LiveWishes {
  constructor(
    private readonly assistants: VoiceAssistants,
    private readonly accounts: VapiAccounts,
    private readonly wishes: AssistantWishes,
  ) {}

  /** @throws RepairOutdated where the assistant is not there, AssistantNotFound, HttpFailure */
  async find(ctx: RequestContext, assistantId: string): Promise<LiveWish> {
    const assistant = await this.assistants.requireActive(ctx, assistantId);
    const at = await this.accounts.find(ctx);
    if (!at) throw new RepairOutdated();
    const api = at.api('repair_assistant', 'urgent');
    const { server, credential } = await this.wishes.plannedServer(ctx, at, api);
    // It would have to be made first, and could not be taken back: that is what syncVoiceAssistant is for.
    if (credential !== null) throw new RepairOutdated();
    const account = await new VapiAssistants(api).read();
    const wish = this.wishes.compose(assistant, server);
    const plan = planAssistant(wish, account);
    if (!plan.live) throw new RepairOutdated();
    return { api, live: plan.live, wish, plan, account };
  }
}
