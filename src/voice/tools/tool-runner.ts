import { Injectable } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { inLocale, type LocalizedText } from '../../kernel/errors/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { IntakeUnavailable, isInfrastructureFailure } from '../../webhooks/index.js';
import { apologies, oneLine } from './spoken.js';
import { leaseFor, ToolLedger, type Answer, type Claim, type ToolCall, type ToolCallKey } from './tool-ledger.js';
import { ToolRegistry, type RegisteredTool } from './tool.registry.js';
import { toolsConfig } from './tools.config.js';
import type { ToolInvocation } from './voice-tool.js';

/** A tool call on its way to an answer. */
export interface ToolRequest {
  call: ToolCall;
  invocation: Omit<ToolInvocation, 'signal' | 'toolCallId'>;
  /** When this request is the first for its tool call. */
  claim: Claim | undefined;
}

/** The transaction of a tool that is too late must not commit: the caller has been told that it failed. */
class TooLate extends Error {}

/** Somebody else has taken the tool call over, and will say what comes of it. */
class ClaimLost extends Error {}

const firstWaitMs = 20;
const longestWaitMs = 400;

/**
 * Answers tool calls while the caller waits: each runs once however often it is asked for, and whoever asks again gets
 * the first answer. Its effects and its result are committed together, so that a crash in between repeats neither.
 */
@Injectable()
export class ToolRunner {
  constructor(
    private readonly registry: ToolRegistry,
    private readonly ledger: ToolLedger,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly log: AppLogger,
  ) {}

  /**
   * @param ctx speaks the language of the call. What fails is an apology, which the ledger keeps like any other answer.
   * @throws IntakeUnavailable when the ledger could not say in time what came of it: no answer rather than one that it
   * contradicts later.
   */
  async answer(ctx: RequestContext, request: ToolRequest): Promise<Answer> {
    const { deadlineMs } = this.config.get(toolsConfig);
    const deadline = performance.now() + deadlineMs;
    const { claim } = request;
    // A database that is away for a moment decides nothing: what was committed stands in the ledger, what was not is
    // run again under the same claim.
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      try {
        return await (claim ? this.run(ctx, { request, claim, deadline }) : this.awaitAnswer(ctx, request, deadline));
      } catch (error) {
        this.log.warn('vapi.webhook.function_call', { ...labelsOf(request), outcome: 'interrupted', error });
        if (!isInfrastructureFailure(error) || performance.now() + waitMs > deadline)
          throw new IntakeUnavailable(error);
      }
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  private async run(ctx: RequestContext, { request, claim, deadline }: ClaimedRequest): Promise<Answer> {
    const startedAt = performance.now();
    const tool = this.registry.find(request.call.name);
    if (!tool)
      return this.refuse(ctx, { request, claim, startedAt, apology: apologies.unknownTool, outcome: 'unknown_tool' });
    const input = tool.definition.input.safeParse(request.call.arguments ?? {});
    if (!input.success)
      return this.refuse(ctx, { request, claim, startedAt, apology: apologies.badArguments, outcome: 'bad_arguments' });
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new TooLate()), Math.max(0, deadline - performance.now()));
    try {
      const work = this.runOnce(ctx, { request, claim, tool, input: input.data, signal: controller.signal, startedAt });
      const answer = await Promise.race([work, aborted(controller.signal)]);
      this.report(request, { outcome: 'answered', startedAt });
      return answer;
    } catch (error) {
      if (isInfrastructureFailure(error)) throw error;
      if (error instanceof ClaimLost) return await this.awaitAnswer(ctx, request, deadline);
      const late = error instanceof TooLate;
      const apology = late ? apologies.late : apologies.failed;
      return await this.refuse(ctx, { request, claim, startedAt, apology, outcome: late ? 'late' : 'failed', error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Effects and result in one transaction; nothing of it stays when the caller has been told otherwise meanwhile. */
  private async runOnce(ctx: RequestContext, { request, claim, tool, input, signal, startedAt }: Run): Promise<Answer> {
    const { callKey } = request.invocation;
    const invocation = { ...request.invocation, toolCallId: request.call.id, signal };
    const outcome = await tool.tool.act?.(ctx, input, invocation);
    signal.throwIfAborted();
    const work = async (tx: RequestContext) => {
      const answer = { result: oneLine(await tool.tool.run(tx, input, { ...invocation, outcome })), error: null };
      signal.throwIfAborted();
      const durationMs = performance.now() - startedAt;
      if (await this.ledger.finish(tx, { callKey, claim, answer, durationMs })) return answer;
      throw new ClaimLost();
    };
    return this.unitOfWork.run(ctx, work, { plans: 'once' });
  }

  /** Keeps the apology, unless a result was committed at the last moment: then that is the answer. */
  private async refuse(
    ctx: RequestContext,
    { request, claim, startedAt, apology, outcome, error }: Refusal,
  ): Promise<Answer> {
    this.report(request, { outcome, startedAt, error });
    const { callKey } = request.invocation;
    const answer = apologise(ctx, apology);
    const durationMs = performance.now() - startedAt;
    return this.unitOfWork.run(ctx, async (tx) => {
      if (await this.ledger.finish(tx, { callKey, claim, answer, durationMs })) return answer;
      return (await this.ledger.giveUp(tx, { callKey, toolCallId: claim.toolCallId }, answer)) ?? answer;
    });
  }

  /** Somebody else runs it: waits for the answer, and takes over if that one has died. */
  private async awaitAnswer(ctx: RequestContext, request: ToolRequest, deadline: number): Promise<Answer> {
    const key = { callKey: request.invocation.callKey, toolCallId: request.call.id };
    const leaseMs = leaseFor(this.config.get(toolsConfig).deadlineMs);
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      const { entry, claim } = await this.unitOfWork.run(ctx, async (tx) => {
        const found = await this.ledger.find(tx, key.callKey, key.toolCallId);
        return { entry: found, claim: found?.done ? undefined : await this.ledger.takeOver(tx, { ...key, leaseMs }) };
      });
      if (entry?.done) return entry;
      if (claim) return this.run(ctx, { request, claim, deadline });
      if (performance.now() + waitMs > deadline) return this.giveUp(ctx, key);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  /** The caller has waited long enough: from now on the answer is an apology, for whoever runs the tool too. */
  private async giveUp(ctx: RequestContext, key: ToolCallKey): Promise<Answer> {
    const answer = apologise(ctx, apologies.late);
    return (await this.unitOfWork.run(ctx, (tx) => this.ledger.giveUp(tx, key, answer))) ?? answer;
  }

  private report(request: ToolRequest, { outcome, startedAt, error }: Ended): void {
    const fields = { ...labelsOf(request), outcome, durationMs: Math.round(performance.now() - startedAt) };
    if (error === undefined) this.log.info('vapi.webhook.function_call', fields);
    else this.log.warn('vapi.webhook.function_call', { ...fields, error });
  }
}

interface ClaimedRequest {
  request: ToolRequest;
  claim: Claim;
  /** By `performance.now()`. */
  deadline: number;
}

interface Ended {
  outcome: string;
  startedAt: number;
  error?: unknown;
}

interface Run {
  request: ToolRequest;
  claim: Claim;
  tool: RegisteredTool;
  input: unknown;
  signal: AbortSignal;
  startedAt: number;
}

interface Refusal extends Ended {
  request: ToolRequest;
  claim: Claim;
  apology: LocalizedText;
}

function labelsOf({ call, invocation }: ToolRequest) {
  return { tool: call.name, toolCallId: call.id, callId: invocation.callKey };
}

function apologise(ctx: RequestContext, apology: LocalizedText): Answer {
  return { result: null, error: inLocale(apology, ctx.locale) };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new TooLate()), { once: true });
  });
}
