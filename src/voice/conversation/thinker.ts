import { Injectable } from '@nestjs/common';
import { systemPrompt } from '../assistants/system-prompt.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { LanguageModel, type ModelMessage, type ModelToolCall } from '../models/language-model.js';
import type { AnsweredCall } from './answered-call.js';
import { ConversationTools } from './conversation-tools.js';
import { currentLanguage } from './hearing.js';
import { toModelHistory } from './model-history.js';
import { ModelSaidNothing, TurnLost } from './conversation.errors.js';
import { spokenNow } from './spoken-now.js';
import { toSpokenText } from './spoken-text.js';
import type { Spoken, Turn } from './turn.js';
import { TurnStore, type Hold, type Progress } from './turn-store.js';

export interface Thought {
  call: AnsweredCall;
  /** Done, in order. */
  before: readonly Turn[];
  /** The one to be answered, with what an earlier holder had come to. */
  current: Turn;
  hold: Hold;
  signal: AbortSignal;
}

/** After these the model has to speak. */
const toolRounds = 4;

/** Finds the answer to a turn: asks the model, uses the tools that it asks for, and asks again. */
@Injectable()
export class Thinker {
  constructor(
    private readonly model: LanguageModel,
    private readonly tools: ConversationTools,
    private readonly turns: TurnStore,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * What is asked for is kept before it is done: whoever takes over after a crash goes on from there, and the ledger sees
   * to it that no tool runs twice.
   *
   * @throws TurnLost when somebody else answers it meanwhile; ModelSaidNothing; whatever the model throws.
   */
  async answer(ctx: RequestContext, thought: Thought): Promise<Spoken & Progress> {
    const { call, before, current, signal } = thought;
    const steps = [...current.steps];
    const usage = [...current.usage];
    let language = currentLanguage(call.assistant, before);
    for (;;) {
      let calls = unanswered(steps);
      if (calls.length === 0) {
        const answer = await this.ask(thought, steps);
        usage.push({ ...answer.usage, provider: call.assistant.modelProvider, model: call.assistant.model });
        const text = toSpokenText(answer.text);
        if (answer.toolCalls.length === 0) {
          if (text === '') throw new ModelSaidNothing();
          return { said: text, language, next: { kind: 'listen' }, fault: null, steps, usage };
        }
        calls = answer.toolCalls.map((asked) => ({ ...asked, id: `t${current.turn}.${steps.length}:${asked.id}` }));
        steps.push({ role: 'assistant', text, calls });
        await this.remember(ctx, thought, { steps, usage });
      }
      const { results, closing, ...use } = await this.tools.use(ctx, { call, calls, language });
      language = use.language ?? language;
      steps.push({ role: 'results', results });
      await this.remember(ctx, thought, { steps, usage });
      if (closing) return { ...closing, said: toSpokenText(closing.said), language, fault: null, steps, usage };
      signal.throwIfAborted();
    }
  }

  private ask({ call: { assistant }, before, current, signal }: Thought, steps: readonly ModelMessage[]) {
    const rounds = steps.filter(({ role }) => role === 'results').length;
    const { modelProvider: provider, model, language, timeZone } = assistant;
    return this.model.answer({
      provider,
      model,
      system: systemPrompt(assistant, spokenNow(new Date(), { language, timeZone })),
      messages: [...toModelHistory(before), { role: 'caller', text: current.heard ?? '' }, ...steps],
      tools: rounds < toolRounds ? this.tools.offered(assistant) : [],
      signal,
    });
  }

  private async remember(ctx: RequestContext, { hold }: Thought, progress: Progress): Promise<void> {
    const waits = await this.unitOfWork.run(ctx, (tx) => this.turns.remember(tx, hold, progress), { plans: 'once' });
    if (!waits) throw new TurnLost();
  }
}

/** What an earlier holder had been asked for and has not answered. */
function unanswered(steps: readonly ModelMessage[]): readonly ModelToolCall[] {
  const last = steps.at(-1);
  return last?.role === 'assistant' ? (last.calls ?? []) : [];
}
