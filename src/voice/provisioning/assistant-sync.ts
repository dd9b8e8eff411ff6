import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { AppError } from '../../kernel/errors/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';
import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import { LineAssignments } from '../lines/line-assignments.js';
import {
  SyncDelayed,
  VapiNotConnected,
  VapiSecretMissing,
} from '../providers/vapi/provisioning/provisioning.errors.js';
import { VapiAccounts, type VapiAccount } from '../providers/vapi/provisioning/vapi-accounts.js';
import { VapiAssistants } from '../providers/vapi/provisioning/vapi-assistants.js';
import { AssistantWishes, belongingsOf } from './assistant-wishes.js';
import { SyncLedger } from './sync-ledger.js';

/** In the history of the connection. */
const action = 'sync_assistant';

/** Makes an assistant, where it answers, what it is declared to be here. Doing it again changes nothing. */
@Injectable()
export class AssistantSync {
  constructor(
    private readonly assistants: VoiceAssistants,
    private readonly accounts: VapiAccounts,
    private readonly wishes: AssistantWishes,
    private readonly ledger: SyncLedger,
    private readonly lines: LineAssignments,
  ) {}

  /** @throws SyncDelayed when another attempt may do better; what no attempt cures is noted with the assistant. */
  async sync(ctx: RequestContext, assistantId: string): Promise<void> {
    const [assistant] = await this.assistants.findByIds(ctx, [assistantId]);
    if (!assistant) return;
    try {
      await this.settle(ctx, assistant);
    } catch (error) {
      await this.refuse(ctx, assistant, error);
    }
  }

  private async settle(ctx: RequestContext, assistant: VoiceAssistant): Promise<void> {
    if (assistant.deletedAt) await this.remove(ctx, assistant);
    else if (assistant.route === 'VAPI') await this.keep(ctx, assistant);
    // What answers by Twilio stays at Vapi unheard: reports of its last calls may still come.
    if (!assistant.deletedAt) await this.lines.assign(ctx, assistant);
    await this.ledger.settle(ctx, assistant, { state: 'SYNCED' });
  }

  private async keep(ctx: RequestContext, assistant: VoiceAssistant): Promise<void> {
    const account = await this.account(ctx);
    const api = account.api(action);
    const server = await this.wishes.openServer(ctx, account, api);
    const keeper = new VapiAssistants(api);
    const kept = await keeper.keep(this.wishes.compose(assistant, server), await keeper.read());
    await this.ledger.stand(ctx, assistant, kept);
  }

  private async remove(ctx: RequestContext, assistant: VoiceAssistant): Promise<void> {
    // First, so that no line leads to what is not there.
    await this.lines.assign(ctx, assistant);
    const account = await this.accounts.find(ctx);
    if (!account) {
      if (assistant.vapiAssistantId === null) return;
      throw new VapiNotConnected();
    }
    const keeper = new VapiAssistants(account.api(action));
    const url = await this.wishes.urlOf(ctx, account);
    await keeper.remove({ assistant, belongings: belongingsOf(assistant), url }, await keeper.read());
  }

  private async account(ctx: RequestContext): Promise<VapiAccount> {
    const account = await this.accounts.find(ctx);
    if (!account) throw new VapiNotConnected();
    return account;
  }

  private async refuse(ctx: RequestContext, assistant: VoiceAssistant, error: unknown): Promise<void> {
    if (!(error instanceof AppError)) throw error;
    const isPassing = error.retryable || (error instanceof HttpFailure && error.outcomeUnknown);
    const isWaiting = error instanceof VapiNotConnected || error instanceof VapiSecretMissing;
    await this.ledger.refuse(ctx, assistant, { state: isPassing || isWaiting ? 'PENDING' : 'FAILED', error });
    if (isPassing) throw new SyncDelayed(error);
  }
}
