import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import type { CallFacts } from '../calls/merge/call-facts.js';
import { CallRecorder } from '../calls/record/call-recorder.js';
import type { AnsweredCall } from './answered-call.js';
import { factsOfTurns } from './conversation-facts.js';
import type { Turn } from './turn.js';
import { TurnStore } from './turn-store.js';

/** Makes what was said part of the call's record. Doing it again changes nothing. */
@Injectable()
export class ConversationRecord {
  constructor(
    private readonly turns: TurnStore,
    private readonly calls: CallRecorder,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AppLogger,
  ) {}

  /** Never fails: the webhooks of the call bring it again. */
  async keep(ctx: RequestContext, { callKey, facts }: Pick<AnsweredCall, 'callKey' | 'facts'>): Promise<void> {
    try {
      await this.unitOfWork.run(ctx, (tx) => this.merge(tx, callKey, () => [facts]));
    } catch (error) {
      this.log.warn('voice.conversation.not_recorded', { callId: callKey, error });
    }
  }

  /** @param also What else is known of the call, given its turns. */
  async merge(
    tx: RequestContext,
    callKey: string,
    also: (turns: readonly Turn[]) => CallFacts[] | Promise<CallFacts[]>,
  ): Promise<void> {
    const turns = await this.turns.list(tx, callKey);
    const told = turns.length === 0 ? [] : [factsOfTurns(callKey, turns)];
    const facts = [...told, ...(await also(turns))];
    if (facts.length > 0) await this.calls.record(tx, facts);
  }
}
