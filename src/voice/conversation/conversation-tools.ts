import { Injectable } from '@nestjs/common';
import { phonePhrases } from '../assistants/catalogue/phone-phrases.js';
import { Config } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { ModelTool, ModelToolCall } from '../models/language-model.js';
import { spokenLocale } from '../tools/spoken.js';
import { leaseFor, ToolLedger } from '../tools/tool-ledger.js';
import { parametersOf, ToolRegistry } from '../tools/tool.registry.js';
import { ToolRunner } from '../tools/tool-runner.js';
import { toolsConfig } from '../tools/tools.config.js';
import type { AnsweredCall, AnsweringAssistant } from './answered-call.js';
import { callTools, endCall, speakLanguage, transferTool } from './call-tools.js';
import type { Next } from './turn.js';

export interface ToolResult {
  id: string;
  name: string;
  text: string;
}

/** What came of the tools that a model asked for. */
export interface ToolUse {
  results: readonly ToolResult[];
  /** In which to go on, where that was one of them. */
  language: string | undefined;
  /** Where the model has nothing more to say: the call ends, or goes to a person. */
  closing: { said: string; next: Next } | null;
}

export interface AskedTools {
  call: AnsweredCall;
  calls: readonly ModelToolCall[];
  language: string;
}

/** The tools of assistants that this server answers for: theirs by the ledger, so that each runs once, and those of the call. */
@Injectable()
export class ConversationTools {
  constructor(
    private readonly registry: ToolRegistry,
    private readonly runner: ToolRunner,
    private readonly ledger: ToolLedger,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /** What the model can ask for. Tools that only Vapi has are left out. */
  offered(assistant: AnsweringAssistant): ModelTool[] {
    const own = assistant.tools.flatMap(({ key }) => {
      const tool = this.registry.find(key === 'transferCall' ? transferTool : key);
      if (!tool) return [];
      const { name, description } = tool.definition;
      return [{ name, description, parameters: parametersOf(tool.definition) }];
    });
    const byName = new Map([...own, ...callTools(assistant)].map((tool) => [tool.name, tool]));
    return [...byName.values()];
  }

  /** @throws IntakeUnavailable when the ledger cannot say what came of a tool. */
  async use(ctx: RequestContext, { call, calls, language }: AskedTools): Promise<ToolUse> {
    const ofCall = calls.filter(({ name }) => name === endCall || name === speakLanguage);
    const run = await this.run(
      ctx,
      call,
      calls.filter((each) => !ofCall.includes(each)),
    );
    const results = calls.map(({ id, name }) => run.find((result) => result.id === id) ?? { id, name, text: 'ok' });
    const chosen = languageAsked(ofCall, call.assistant) ?? language;
    return { results, language: chosen, closing: closingOf(calls, run, { call, language: chosen }) };
  }

  /** A message taken without a model. @returns what the tool says. */
  async leaveMessage(ctx: RequestContext, call: AnsweredCall, { id, text }: { id: string; text: string }) {
    const [noted] = await this.run(ctx, call, [{ id, name: 'leave_message', arguments: { text } }]);
    return noted;
  }

  private async run(ctx: RequestContext, call: AnsweredCall, calls: readonly ModelToolCall[]): Promise<ToolResult[]> {
    if (calls.length === 0) return [];
    const { callKey, assistant, callerNumber, timeZone, facts } = call;
    const leaseMs = leaseFor(this.config.get(toolsConfig).deadlineMs);
    const claims = await this.unitOfWork.run(ctx, (tx) => this.ledger.claim(tx, { callKey, calls, leaseMs }));
    const spoken = { ...ctx, locale: spokenLocale(assistant.language) };
    const { id, vapiAssistantId, active, language, phoneNumber, transferNumber } = assistant;
    const known = { id, vapiAssistantId, active, language, phoneNumber, transferNumber, timeZone: assistant.timeZone };
    const invocation = { callKey, at: Date.now(), assistant: known, callerNumber, timeZone, facts };
    return Promise.all(
      calls.map(async (asked) => {
        const claim = claims.find(({ toolCallId }) => toolCallId === asked.id);
        const { result, error } = await this.runner.answer(spoken, { call: asked, invocation, claim });
        return { id: asked.id, name: asked.name, text: result ?? error ?? '' };
      }),
    );
  }
}

function languageAsked(calls: readonly ModelToolCall[], assistant: AnsweringAssistant): string | undefined {
  const asked = calls.find(({ name }) => name === speakLanguage)?.arguments;
  const wanted = textOf(asked, 'language');
  return [assistant.language, ...assistant.otherLanguages].find((language) => language === wanted);
}

function closingOf(
  calls: readonly ModelToolCall[],
  results: readonly ToolResult[],
  { call: { assistant }, language }: { call: AnsweredCall; language: string },
): ToolUse['closing'] {
  const to = assistant.transferNumber;
  const transfer = calls.find(({ name }) => name === transferTool);
  if (transfer && to !== null && results.some(({ id }) => id === transfer.id)) {
    const summary = textOf(transfer.arguments, 'reason') ?? null;
    return { said: phonePhrases(language).transfer, next: { kind: 'transfer', to, summary } };
  }
  const ending = calls.find(({ name }) => name === endCall);
  if (!ending) return null;
  const said = textOf(ending.arguments, 'farewell') ?? phonePhrases(language).farewell;
  return { said, next: { kind: 'hangup', reason: 'assistant' } };
}

function textOf(given: unknown, key: string): string | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const value: unknown = Object.entries(given).find(([name]) => name === key)?.[1];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
