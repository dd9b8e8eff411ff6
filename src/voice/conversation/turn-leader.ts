import { Injectable } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { isInfrastructureFailure } from '../../webhooks/index.js';
import type { AnsweredCall } from './answered-call.js';
import { conversationConfig } from './conversation.config.js';
import { TurnLost } from './conversation.errors.js';
import { ConversationTools } from './conversation-tools.js';
import { answerToNoise, currentLanguage, expectsMessage } from './hearing.js';
import { sentencesIn } from './sentences/sentences-in.js';
import { Thinker } from './thinker.js';
import { answerToTrouble } from './trouble.js';
import type { Spoken, Turn } from './turn.js';
import { TurnStore, type Hold, type Progress } from './turn-store.js';

/** Short, so that another process takes over while the caller still waits; it is extended while the work goes on. */
export const leaseMs = 4_000;

export interface LedTurn {
  call: AnsweredCall;
  /** In order, without the one to be answered. */
  before: readonly Turn[];
  current: Turn;
  confidence: number | null;
  hold: Hold;
}

/** Answers a turn to its end, whoever still waits for it: what the model says, or what is said in its place. */
@Injectable()
export class TurnLeader {
  constructor(
    private readonly thinker: Thinker,
    private readonly tools: ConversationTools,
    private readonly turns: TurnStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly log: AppLogger,
  ) {}

  /** @throws TurnLost when somebody else has answered it. */
  async lead(ctx: RequestContext, led: LedTurn): Promise<Turn> {
    const extending = setInterval(() => void this.extend(ctx, led.hold), leaseMs / 3);
    try {
      const spoken = await this.decide(ctx, led);
      const turn = await this.unitOfWork.run(ctx, (tx) => this.turns.finish(tx, led.hold, spoken), { plans: 'once' });
      if (!turn) throw new TurnLost();
      return turn;
    } finally {
      clearInterval(extending);
    }
  }

  private async decide(ctx: RequestContext, led: LedTurn): Promise<Spoken & Partial<Progress>> {
    const { call, before, current, confidence } = led;
    const noise = answerToNoise({ words: current.heard, confidence }, call.assistant, before);
    if (noise) return noise;
    return expectsMessage(before) ? this.note(ctx, led) : this.think(ctx, led);
  }

  private async think(ctx: RequestContext, { call, before, current, hold }: LedTurn) {
    const startedAt = performance.now();
    const signal = AbortSignal.timeout(this.config.get(conversationConfig).deadlineMs);
    try {
      return await this.thinker.answer(ctx, { call, before, current, hold, signal });
    } catch (error) {
      if (error instanceof TurnLost || isInfrastructureFailure(error)) throw error;
      const fault = signal.aborted ? 'slow' : 'model';
      const durationMs = Math.round(performance.now() - startedAt);
      this.log.warn('voice.conversation.model_failed', {
        callId: call.callKey,
        turn: current.turn,
        fault,
        durationMs,
        error,
      });
      return answerToTrouble(fault, call.assistant, before);
    }
  }

  /** A message that the model cannot take. */
  private async note(ctx: RequestContext, { call, before, current }: LedTurn): Promise<Spoken> {
    const language = currentLanguage(call.assistant, before);
    await this.tools.leaveMessage(ctx, call, { id: `t${current.turn}:message`, text: current.heard ?? '' });
    const next = { kind: 'hangup', reason: 'fault' } as const;
    return { said: sentencesIn(language).noted, language, next, fault: null };
  }

  private async extend(ctx: RequestContext, hold: Hold): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) => this.turns.extend(tx, hold, leaseMs)).catch(() => undefined);
  }
}
