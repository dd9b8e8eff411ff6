import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '../../../accounts/index.js';
import { assertWorkspaceEntered, AuditTrail } from '../../../kernel/auth/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { HttpFailure, UpstreamRefused } from '../../../kernel/http/index.js';
import { toAssistantId } from '../../assistants/assistant-id.js';
import { VoiceAssistants } from '../../assistants/voice-assistants.js';
import { CallsService } from '../../calls/calls.service.js';
import type { CallType } from '../../calls/graphql/call.type.js';
import { CallRecorder } from '../../calls/record/call-recorder.js';
import type { LiveCall, VapiCallBody } from '../../providers/vapi/provisioning/live-call.js';
import { VapiAccounts, type VapiAccount } from '../../providers/vapi/provisioning/vapi-accounts.js';
import { NoAccount } from '../control.errors.js';
import { platformWords } from '../platform-words.js';
import { placedFacts, testCall } from './test-call.js';
import { TestCallRefused, TestCallUncertain } from './test-call.errors.js';

/** Enough to try an assistant out, too few to ring people up with. */
const perHour = 5;
const hourMs = 3_600_000;

/** Rings a telephone, so that its owner can talk to an assistant. */
@Injectable()
export class TestCalls {
  constructor(
    private readonly assistants: VoiceAssistants,
    private readonly accounts: VapiAccounts,
    private readonly limits: AttemptLimits,
    private readonly recorder: CallRecorder,
    private readonly calls: CallsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The call is on record at once, so that events meet it; Vapi is asked once, whatever comes of it.
   *
   * @param number E.164.
   * @throws AssistantNotFound, AssistantCannotCall, NumberIsOwn, NumberNotDialled, NoAccount, RateLimited,
   * TestCallRefused, TestCallUncertain, WorkspaceNotEntered
   */
  async place(ctx: RequestContext, assistantId: string, number: string): Promise<CallType> {
    assertWorkspaceEntered(ctx);
    const assistant = await this.assistants.requireActive(ctx, assistantId);
    const body = testCall(assistant, number);
    const account = await this.accounts.find(ctx);
    if (!account) throw new NoAccount('vapi');
    await this.limits.take([{ name: 'test-call:workspace', of: ctx.workspaceId, max: perHour, windowMs: hourMs }]);
    const fact = { action: 'assistant.test_call_ordered', targetId: toAssistantId(assistantId) };
    await this.unitOfWork.run(ctx, (tx) => this.audit.record(tx, fact));
    const placed = await ring(account, body);
    const facts = placedFacts(placed, { body, line: assistant.phoneNumber }, new Date());
    const ids = await this.unitOfWork.run(ctx, (tx) => this.recorder.record(tx, [facts]));
    return this.calls.get(ctx, ids.get(facts.callKey) ?? '');
  }
}

async function ring(account: VapiAccount, body: VapiCallBody): Promise<LiveCall> {
  try {
    return await account.api('place_test_call', 'urgent').createCall(body);
  } catch (error) {
    if (error instanceof UpstreamRefused) throw new TestCallRefused(error.kind, platformWords(error));
    throw error instanceof HttpFailure && error.outcomeUnknown ? new TestCallUncertain(error) : error;
  }
}
