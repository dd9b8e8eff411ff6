import { Injectable } from '@nestjs/common';
import { spokenFirstMessage } from '../assistants/first-message.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { AnsweredCall } from './answered-call.js';
import { ConversationRecord } from './conversation-record.js';
import { TurnLost } from './conversation.errors.js';
import { currentLanguage, type Heard } from './hearing.js';
import { RunningTurns } from './running-turns.js';
import { toSpokenText } from './spoken-text.js';
import { answerAfterInterruption, answerAfterTransfer, answerToTrouble } from './trouble.js';
import type { Spoken, Turn } from './turn.js';
import { leaseMs, TurnLeader } from './turn-leader.js';
import { TurnStore } from './turn-store.js';

export interface TurnAsked {
  call: AnsweredCall;
  turn: number;
  heard: Heard;
  /** How long to wait for the answer. */
  withinMs: number;
}

const pollMs = 120;

/** A turn that is answered, or the work on it in this process. */
interface Found {
  done?: Turn;
  work?: Promise<Turn>;
}

/**
 * A conversation that this server leads, one turn after the other. Each turn is answered once, whoever asks how often and
 * at whichever process: later ones get the same answer, or wait for it.
 */
@Injectable()
export class Conversation {
  constructor(
    private readonly turns: TurnStore,
    private readonly leader: TurnLeader,
    private readonly running: RunningTurns,
    private readonly record: ConversationRecord,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  greet(ctx: RequestContext, call: AnsweredCall): Promise<Turn> {
    const said = toSpokenText(spokenFirstMessage(call.assistant));
    const { language } = call.assistant;
    return this.settle(ctx, { call, turn: 0 }, () => ({ said, language, next: { kind: 'listen' }, fault: null }));
  }

  /** What happens after a transfer that ended with this status, as Twilio names it. */
  afterTransfer(ctx: RequestContext, at: { call: AnsweredCall; turn: number }, status: string): Promise<Turn> {
    return this.settle(ctx, at, (before) => answerAfterTransfer(status, at.call.assistant, before));
  }

  /** Goes on where the line broke: with the turn that nobody has answered yet, else with a new one. */
  async resume(ctx: RequestContext, call: AnsweredCall): Promise<Turn> {
    const turns = await this.list(ctx, call.callKey);
    const last = turns.at(-1);
    if (!last) return this.greet(ctx, call);
    if (!last.done) return last;
    return this.settle(ctx, { call, turn: last.turn + 1 }, (before) => answerAfterInterruption(call.assistant, before));
  }

  /** @returns null when the answer is still being found. */
  async take(ctx: RequestContext, { call, turn, heard, withinMs }: TurnAsked): Promise<Turn | null> {
    const deadline = performance.now() + withinMs;
    const key = `${ctx.workspaceId}/${call.callKey}/${turn}`;
    for (;;) {
      const known = this.running.find(key);
      const found = known ? { work: known } : await this.open(ctx, { call, turn, heard, key });
      if (found.done) return found.done;
      if (found.work) {
        const answer = await within(found.work, deadline - performance.now()).catch(unlessLost);
        if (answer !== 'lost') return answer;
      }
      if (deadline - performance.now() < pollMs) return null;
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }

  /** The caller has waited long enough: from now on this is the answer, unless there was one at the last moment. */
  async giveUp(ctx: RequestContext, { call, turn }: { call: AnsweredCall; turn: number }): Promise<Turn> {
    const given = await this.unitOfWork.run(ctx, async (tx) => {
      const turns = await this.turns.list(tx, call.callKey);
      const spoken = answerToTrouble('slow', call.assistant, previous(turns, turn));
      const finished = await this.turns.finish(tx, { callKey: call.callKey, turn, holder: null }, spoken);
      return finished ?? turns.find((each) => each.turn === turn);
    });
    if (!given) throw new Error(`Turn ${turn} has never been asked for.`);
    this.keep(ctx, call);
    return given;
  }

  async find(ctx: RequestContext, callKey: string, turn: number): Promise<Turn | null> {
    return (await this.list(ctx, callKey)).find((each) => each.turn === turn) ?? null;
  }

  /** In which the caller is spoken to while the answer is being found. */
  async language(ctx: RequestContext, call: AnsweredCall, turn: number): Promise<string> {
    return currentLanguage(call.assistant, previous(await this.list(ctx, call.callKey), turn));
  }

  private list(ctx: RequestContext, callKey: string): Promise<Turn[]> {
    return this.unitOfWork.run(ctx, (tx) => this.turns.list(tx, callKey), { plans: 'once' });
  }

  /** Nothing where another process is at it. */
  private async open(
    ctx: RequestContext,
    { call, turn, heard, key }: Omit<TurnAsked, 'withinMs'> & { key: string },
  ): Promise<Found> {
    const hold = { callKey: call.callKey, turn, holder: uuidv7() };
    const { mine, turns } = await this.unitOfWork.run(
      ctx,
      async (tx) => {
        const language = call.assistant.language;
        const asked = { ...hold, leaseMs, language, heard: heard.words, confidence: heard.confidence };
        return { mine: await this.turns.open(tx, asked), turns: await this.turns.list(tx, call.callKey) };
      },
      { plans: 'once' },
    );
    const current = turns.find((each) => each.turn === turn);
    if (!mine || !current) return current?.done ? { done: current } : {};
    const led = { call, before: previous(turns, turn), current, confidence: heard.confidence, hold };
    const work = this.running.start(key, this.leader.lead(ctx, led));
    work.then(
      () => this.keep(ctx, call),
      () => undefined,
    );
    return { work };
  }

  /** A turn whose answer is known at once. */
  private async settle(
    ctx: RequestContext,
    { call, turn }: { call: AnsweredCall; turn: number },
    answer: (before: readonly Turn[]) => Spoken,
  ): Promise<Turn> {
    const hold = { callKey: call.callKey, turn, holder: uuidv7() };
    const settled = await this.unitOfWork.run(ctx, async (tx) => {
      const heard = { heard: null, confidence: null, language: call.assistant.language };
      const mine = await this.turns.open(tx, { ...hold, ...heard, leaseMs });
      const turns = await this.turns.list(tx, call.callKey);
      const finished = mine ? await this.turns.finish(tx, hold, answer(previous(turns, turn))) : null;
      return finished ?? turns.find((each) => each.turn === turn);
    });
    if (!settled) throw new TurnLost();
    this.keep(ctx, call);
    return settled;
  }

  private keep(ctx: RequestContext, call: AnsweredCall): void {
    this.running.afterwards(this.record.keep(ctx, call));
  }
}

function previous(turns: readonly Turn[], turn: number): Turn[] {
  return turns.filter((each) => each.turn < turn);
}

function within(work: Promise<Turn>, milliseconds: number): Promise<Turn | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), Math.max(0, milliseconds));
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Whoever has taken the turn over will say what comes of it. */
function unlessLost(error: unknown): 'lost' {
  if (error instanceof TurnLost) return 'lost';
  throw error;
}
