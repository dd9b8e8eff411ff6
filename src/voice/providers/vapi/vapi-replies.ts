import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { phonePhrases } from '../../assistants/catalogue/phone-phrases.js';
import { readKeys } from '../../calls/merge/project-call.js';
import { toE164 } from '../../calls/merge/phone-identity.js';
import { sentencesIn } from '../../conversation/sentences/sentences-in.js';
import { CallAssistants, type CallAssistant } from '../../tools/call-assistants.js';
import { oneLine } from '../../tools/spoken.js';
import type { Claim } from '../../tools/tool-ledger.js';
import { ToolRunner } from '../../tools/tool-runner.js';
import type { ToolInvocation } from '../../tools/voice-tool.js';
import { ledgerCallKey, ledgerId, readToolCalls } from './reading/read-tool-calls.js';
import { factsOf } from './reading/read-vapi-event.js';
import type { VapiMessage } from './reading/vapi-message.js';
import { handOverPlan } from './hand-over-plan.js';
import { VapiDoor } from './vapi-door.js';

/** Content for the messages that Vapi waits on, while the caller hears silence. */
@Injectable()
export class VapiReplies {
  constructor(
    private readonly assistants: CallAssistants,
    private readonly tools: ToolRunner,
    private readonly door: VapiDoor,
    private readonly log: AppLogger,
  ) {}

  async reply(ctx: RequestContext, message: VapiMessage, claims: readonly Claim[]): Promise<unknown> {
    if (message.kind === 'assistant-request') return this.door.answer(ctx, message);
    const callKey = ledgerCallKey(message);
    const facts = factsOf(message, callKey);
    const keys = readKeys(facts.evidence);
    const { assistant, locale, timeZone } = await this.assistants.find(ctx, keys);
    const spoken = { ...ctx, locale };
    if (message.kind === 'transfer-destination-request') return this.destination(spoken, assistant, callKey);
    const { contactNumber: callerNumber } = keys;
    const invocation = { callKey, at: message.at, assistant, callerNumber, timeZone, facts };
    return this.useTools(spoken, { message, invocation, claims });
  }

  /** One answer for each tool call, in order, with its id exactly as it came. */
  private async useTools(ctx: RequestContext, { message, invocation, claims }: ToolUse): Promise<unknown> {
    const unused = new Map(claims.map((claim) => [claim.toolCallId, claim]));
    const results = await Promise.all(
      readToolCalls(message).map(async (call) => {
        const id = ledgerId(call.id);
        const claim = unused.get(id);
        unused.delete(id);
        const { result, error } = await this.tools.answer(ctx, { call: { ...call, id }, invocation, claim });
        const said = result === null ? { error: oneLine(error ?? '') } : { result: oneLine(result) };
        return { toolCallId: call.id, name: call.name, ...said };
      }),
    );
    if (message.kind === 'tool-calls') return { results };
    const [first] = results;
    return { result: first && 'result' in first ? first.result : first?.error };
  }

  /** What the error says, the assistant says: it can take the message then. */
  private destination(ctx: RequestContext, assistant: CallAssistant | null, callKey: string): unknown {
    const number = toE164(assistant?.transferNumber ?? null);
    const language = assistant?.language ?? ctx.locale;
    this.log.info('vapi.webhook.transfer_destination', { callId: callKey, found: number !== null });
    if (number === null) return { error: sentencesIn(language).nobody };
    const { transfer: message } = phonePhrases(language);
    return { destination: { type: 'number', number, message, transferPlan: handOverPlan(language) } };
  }
}

interface ToolUse {
  message: VapiMessage;
  invocation: Omit<ToolInvocation, 'signal' | 'toolCallId'>;
  claims: readonly Claim[];
}
