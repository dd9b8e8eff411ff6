import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../../kernel/context/index.js';
import { UnitOfWork } from '../../../../kernel/database/index.js';
import { AppError } from '../../../../kernel/errors/index.js';
import { AppLogger } from '../../../../kernel/observability/index.js';
import { CallRecorder } from '../../../calls/record/call-recorder.js';
import { readVapiCall } from './read-vapi-call.js';
import { UnreportedCalls, type UnreportedCall } from './unreported-calls.js';
import { VapiCallReader } from './vapi-call-reader.js';

interface Run {
  now: Date;
  signal: AbortSignal;
}

/** How asking for one call went; `end` when nothing else is to be asked in this run. */
type Outcome = 'asked' | 'failed' | 'end';

const mostPerRun = 50;
/** One failure can be the call's own; so many are Vapi's or ours. */
const mostFailures = 3;

/**
 * The safety net under webhooks: Vapi does not repeat a message that got lost, so calls without a report are asked for.
 * The answer goes through the same merge as an event.
 */
@Injectable()
export class CallReconciler {
  #keyRefused = false;

  constructor(
    private readonly unreported: UnreportedCalls,
    private readonly reader: VapiCallReader,
    private readonly recorder: CallRecorder,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AppLogger,
  ) {}

  /** One run: some calls, one after the other, in all workspaces. What it does not get to, the next one does. */
  async reconcile(ctx: RequestContext, now: Date, signal: AbortSignal): Promise<void> {
    if (!this.reader.hasAccount) {
      this.log.debug('vapi.reconcile.no_account');
      return;
    }
    let failures = 0;
    for (let asked = 0; asked < mostPerRun && failures < mostFailures && !signal.aborted; asked += 1) {
      const call = await this.unreported.claimAcrossTenants(ctx, now);
      if (!call) return;
      const owner = { ...ctx, workspaceId: call.workspaceId, access: 'tenant' as const };
      const outcome = await this.ask(owner, call, { now, signal });
      if (outcome === 'end') return;
      if (outcome === 'failed') failures += 1;
    }
  }

  private async ask(ctx: RequestContext, call: UnreportedCall, { now, signal }: Run): Promise<Outcome> {
    let answer: unknown;
    try {
      answer = await this.reader.read(ctx, call.callKey, signal);
    } catch (error) {
      return this.withoutAnswer(ctx, call, { error, signal });
    }
    this.#keyRefused = false;
    try {
      await this.record(ctx, call, { answer, now });
      return 'asked';
    } catch (error) {
      return this.failed(call, error);
    }
  }

  private async record(ctx: RequestContext, call: UnreportedCall, { answer, now }: { answer: unknown; now: Date }) {
    const reading = readVapiCall(answer, now);
    const outcome = await this.unitOfWork.run(ctx, async (tx) => {
      // What was erased or deleted while Vapi was asked must not come back.
      if (!reading || !(await this.unreported.isStillWanted(tx, call))) return 'unwanted';
      await this.recorder.record(tx, [reading.facts]);
      if (reading.isFinal) await this.unreported.leave(tx, call);
      return reading.isFinal ? 'report' : 'status';
    });
    this.log.info('vapi.reconcile.asked', { ...fieldsOf(call), outcome });
  }

  private async withoutAnswer(
    ctx: RequestContext,
    call: UnreportedCall,
    { error, signal }: { error: unknown; signal: AbortSignal },
  ): Promise<Outcome> {
    const kind = error instanceof AppError ? error.kind : undefined;
    if (signal.aborted || kind === 'credential_rejected' || kind === 'rate_limited') {
      await this.unreported.giveBack(ctx, call);
      this.sayWhy(kind, error);
      return 'end';
    }
    if (kind !== 'not_found') return this.failed(call, error);
    this.#keyRefused = false;
    await this.unreported.leave(ctx, call);
    this.log.info('vapi.reconcile.asked', { ...fieldsOf(call), outcome: 'unknown' });
    return 'asked';
  }

  /** A refused key stays refused until somebody changes it: it is told once, not with every run. */
  private sayWhy(kind: string | undefined, error: unknown): void {
    if (kind === 'rate_limited') this.log.info('vapi.reconcile.rate_limited');
    if (kind !== 'credential_rejected') return;
    if (!this.#keyRefused) this.log.error('vapi.reconcile.key_refused', { error });
    this.#keyRefused = true;
  }

  private failed(call: UnreportedCall, error: unknown): Outcome {
    this.log.warn('vapi.reconcile.failed', { ...fieldsOf(call), error });
    return 'failed';
  }
}

function fieldsOf({ callKey, workspaceId }: UnreportedCall) {
  return { callId: callKey, workspaceId };
}
