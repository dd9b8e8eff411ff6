import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { afterCommit } from '../../../kernel/database/index.js';
import { Events, LiveEvents, liveEvent } from '../../../kernel/events/index.js';
import { callChanged, callEnded, transcriptChanged } from '../calls.events.js';
import type { CallChange } from '../merge/settle-call.js';
import type { RecordedCall } from './call-rows.js';

interface Changed {
  call: RecordedCall;
  change: CallChange;
  assistantId: string | null;
}

/** Tells other processes and modules what has become of calls, once it is committed. */
@Injectable()
export class CallAnnouncer {
  constructor(
    private readonly events: Events,
    private readonly live: LiveEvents,
  ) {}

  announce(ctx: RequestContext, changed: readonly Changed[]): void {
    if (changed.length === 0) return;
    const { workspaceId } = ctx;
    const news = changed.flatMap(({ call: { id: callId, evidence }, change, assistantId }) => [
      ...(change.evidence === evidence ? [] : [liveEvent(callChanged, workspaceId, { callId, assistantId })]),
      ...(change.transcript ? [liveEvent(transcriptChanged, workspaceId, { callId })] : []),
    ]);
    // It never fails, and nobody has to wait for it.
    afterCommit(ctx, () => void this.live.publish(news));
    const ended = changed.filter(hasEnded);
    if (ended.length > 0) afterCommit(ctx, () => this.tellEnds({ ...ctx, tx: undefined }, ended));
  }

  /** What the calls' record owes to nobody: a handler that fails has been logged, and the commit stands. */
  private async tellEnds(ctx: RequestContext, ended: readonly Changed[]): Promise<void> {
    for (const { call } of ended) {
      const facts = { callId: call.id, callKey: call.callKey };
      await this.events.publish(ctx, callEnded, facts).catch(() => undefined);
    }
  }
}

function hasEnded({ call: { evidence }, change }: Changed): boolean {
  return evidence.progress?.[2] !== 'ENDED' && change.evidence.progress?.[2] === 'ENDED';
}
