import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../../kernel/context/index.js';
import { UnitOfWork } from '../../../../kernel/database/index.js';
import { AppLogger } from '../../../../kernel/observability/index.js';
import { CallRecorder } from '../../../calls/record/call-recorder.js';
import { readVapiCall } from './read-vapi-call.js';
import { UnreportedCalls, type UnreportedCall } from './unreported-calls.js';
import { VapiCalls } from './vapi-calls.js';

/**
 * The safety net under webhooks: Vapi does not repeat a message that got lost, so calls without a report are asked for.
 * The answer goes through the same merge as an event.
 */
@Injectable()
export class CallReconciler {
  constructor(
    private readonly unreported: UnreportedCalls,
    private readonly vapi: VapiCalls,
    private readonly recorder: CallRecorder,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AppLogger,
  ) {}

  async reconcile(ctx: RequestContext, now: Date, signal: AbortSignal): Promise<void> {
    if (!this.vapi.hasAccount) return;
    for (const call of await this.unreported.findDueAcrossTenants(ctx, now)) {
      if (signal.aborted || !(await this.ask(ctx, call, { now, signal }))) return;
    }
  }

  /** @returns whether Vapi can be asked for more. */
  private async ask(
    ctx: RequestContext,
    { workspaceId, callKey }: UnreportedCall,
    { now, signal }: { now: Date; signal: AbortSignal },
  ): Promise<boolean> {
    const answer = await this.vapi.find(callKey, signal);
    if ('refusal' in answer) {
      const { refusal, error } = answer;
      this.log.warn('vapi.reconcile.refused', { callId: callKey, workspaceId, refusal, error });
      return refusal === 'unknown';
    }
    const facts = readVapiCall(answer.call, now);
    if (facts?.callKey === callKey) {
      const owner = { ...ctx, workspaceId, access: 'tenant' as const };
      await this.unitOfWork.run(owner, (tx) => this.recorder.record(tx, [facts]));
    }
    this.log.info('vapi.reconcile.asked', { callId: callKey, workspaceId, found: facts !== null });
    return true;
  }
}
