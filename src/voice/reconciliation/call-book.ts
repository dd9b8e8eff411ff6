import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { CallRecorder } from '../calls/record/call-recorder.js';
import { ConversationRecord } from '../conversation/conversation-record.js';
import { AnsweredCalls } from '../providers/twilio/answering/answered-calls.js';
import { CallUsage } from '../providers/twilio/answering/call-usage.js';
import type { TwilioCall } from '../providers/twilio/api/twilio-call.js';
import type { ListedCall } from '../providers/vapi/provisioning/live-call.js';
import { readVapiCall, yielding } from '../providers/vapi/reconcile/read-vapi-call.js';
import { joinCalls, settlesAfterMs, type Joined, type Sides } from './join-calls.js';
import { factsOfLines } from './known-lines.js';
import { lockRecordedCalls } from './recorded-calls.js';
import { factsOfTwilioCall, statusOf } from './twilio-call-facts.js';

/** Brings what the platforms know of a workspace’s calls into the record, where it is missing there. */
@Injectable()
export class CallBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recorder: CallRecorder,
    private readonly answered: AnsweredCalls,
    private readonly conversations: ConversationRecord,
    private readonly usage: CallUsage,
  ) {}

  /** Whoever erases a call meanwhile waits, or is waited for. */
  settle(ctx: RequestContext, { vapi, twilio, now }: Omit<Sides, 'ours'>): Promise<Joined> {
    const callKeys = vapi.map(({ id }) => id);
    const callSids = twilio.map(({ call }) => call.sid);
    return this.unitOfWork.run(ctx, async (tx) => {
      const ours = await lockRecordedCalls(tx, { callKeys, callSids });
      const joined = joinCalls({ vapi, twilio, ours, now });
      await this.recordVapi(tx, joined.fromVapi, now);
      for (const call of joined.fromTwilio) await this.recordTwilio(tx, call);
      return joined;
    });
  }

  private async recordVapi(tx: RequestContext, calls: readonly ListedCall[], now: Date): Promise<void> {
    const facts = calls.flatMap((call) => readVapiCall(call, now, settlesAfterMs)?.facts ?? []);
    if (facts.length > 0) await this.recorder.record(tx, [...facts, ...(await factsOfLines(tx, calls))]);
  }

  private async recordTwilio(tx: RequestContext, call: TwilioCall): Promise<void> {
    const callKey = await this.answered.keyOf(tx, call.sid);
    const event = statusOf(call);
    const receivedAt = call.endedAt ?? call.startedAt ?? new Date(0);
    await this.conversations.merge(tx, callKey, async (turns) =>
      [
        ...factsOfTwilioCall(callKey, call, turns),
        ...(await this.usage.bill(tx, { callKey, event, receivedAt, turns })),
      ].map(yielding),
    );
  }
}
