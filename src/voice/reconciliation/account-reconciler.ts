import { Injectable } from '@nestjs/common';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { AppError } from '../../kernel/errors/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import type { ListedCall } from '../providers/vapi/provisioning/live-call.js';
import { CallBook } from './call-book.js';
import type { Joined, LineCall, Sides } from './join-calls.js';
import type { Platform } from './platform.js';
import { PlatformCalls, type ByWorkspace, type CallList } from './platform-calls.js';
import { ReconciliationStates } from './reconciliation-states.repository.js';
import { windowStart } from './window-start.js';

interface Run {
  now: Date;
  signal: AbortSignal;
}

/** What a platform has told; null where it was not asked, or did not answer. */
type Told<T> = ByWorkspace<T> | null;

/** After one that is refused or broken; twice as long after each further one. */
const pauseMs = 30_000;
const longestPauseMs = 10 * 60_000;

/**
 * Compares what Twilio and Vapi have on record with what is on record here, account by account. What is found missing goes
 * through the same merge as webhooks, so that it may be found twice, and may come by itself later.
 */
@Injectable()
export class AccountReconciler {
  constructor(
    private readonly platforms: PlatformCalls,
    private readonly states: ReconciliationStates,
    private readonly book: CallBook,
    private readonly log: AppLogger,
  ) {}

  /** @param ctx Of the workspace whose own accounts are meant, or of the deployment. */
  async reconcile(ctx: RequestContext, run: Run): Promise<void> {
    const [vapi, twilio] = await Promise.all([
      this.ask(ctx, { platform: 'VAPI', list: await this.platforms.vapi(ctx), ...run }),
      this.ask(ctx, { platform: 'TWILIO', list: await this.platforms.twilio(ctx), ...run }),
    ]);
    const unsettled = await this.settle(ctx, { vapi, twilio, ...run });
    if (vapi) await this.states.compared(ctx, 'VAPI', earlier(run.now, unsettled.vapi));
    if (twilio) await this.states.compared(ctx, 'TWILIO', earlier(run.now, unsettled.twilio));
  }

  private async ask<T>(
    ctx: RequestContext,
    { platform, list, now, signal }: Run & { platform: Platform; list: CallList<T> | null },
  ): Promise<Told<T>> {
    const state = list && !signal.aborted && (await this.states.claim(ctx, platform, now));
    if (!list || !state) return null;
    try {
      return await list(windowStart(state.comparedUntil, now));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const waitMs = error.retryAfterMs ?? Math.min(longestPauseMs, pauseMs * 2 ** state.failures);
      await this.states.failed(ctx, platform, new Date(now.getTime() + waitMs));
      this.log.warn('voice.reconciliation.unanswered', { platform, workspaceId: ctx.workspaceId, error });
      return null;
    }
  }

  /** When the oldest calls began of which more is to come, in milliseconds; infinite where there are none. */
  private async settle(
    ctx: RequestContext,
    { vapi, twilio, now, signal }: Run & { vapi: Told<ListedCall>; twilio: Told<LineCall> },
  ): Promise<{ vapi: number; twilio: number }> {
    const unsettled = { vapi: Infinity, twilio: Infinity };
    for (const workspaceId of new Set([...(vapi?.keys() ?? []), ...(twilio?.keys() ?? [])])) {
      signal.throwIfAborted();
      const owner = systemContext({ actor: 'voice.reconciliation', workspaceId, requestId: ctx.requestId });
      const sides = { vapi: vapi?.get(workspaceId) ?? [], twilio: twilio?.get(workspaceId) ?? [], now };
      const left = await this.settleOne(owner, sides);
      unsettled.vapi = Math.min(unsettled.vapi, left.vapi);
      unsettled.twilio = Math.min(unsettled.twilio, left.twilio);
    }
    return unsettled;
  }

  /** What cannot be recorded in one workspace keeps nobody else from theirs; it is tried again for a day. */
  private async settleOne(ctx: RequestContext, sides: Omit<Sides, 'ours'>): Promise<Joined['unsettled']> {
    const { workspaceId } = ctx;
    try {
      const { fromVapi, fromTwilio, unsettled } = await this.book.settle(ctx, sides);
      const found = { workspaceId, fromVapi: fromVapi.length, fromTwilio: fromTwilio.length };
      if (found.fromVapi + found.fromTwilio > 0) this.log.info('voice.reconciliation.found', found);
      return unsettled;
    } catch (error) {
      this.log.error('voice.reconciliation.failed', { workspaceId, error });
      return { vapi: sides.vapi.length > 0 ? 0 : Infinity, twilio: sides.twilio.length > 0 ? 0 : Infinity };
    }
  }
}

function earlier(now: Date, milliseconds: number): Date {
  return new Date(Math.min(now.getTime(), milliseconds));
}
