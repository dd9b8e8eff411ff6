import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { OnEvent } from '../../../kernel/events/index.js';
import { toGlobalId } from '../../../kernel/graphql/index.js';
import { toAssistantId } from '../../assistants/assistant-id.js';
import { callPrefix } from '../../calls/call-id.js';
import { callEnded, type CallEnded } from '../../calls/calls.events.js';
import type { NewAlert } from '../alert.js';
import { Alerts } from '../alerts.service.js';
import type { AlertSource } from './alert-source.js';
import { FailedCalls, type EndedCall, type GoodCall } from './failed-calls.repository.js';

/**
 * Calls fail by a fault of ours or of the platform: one incident for an assistant and a cause, until a call of that
 * assistant goes well. A report that comes after the end of its call may tell the fault first, so it is looked for too.
 */
@Injectable()
export class CallAlerts implements AlertSource {
  constructor(
    private readonly calls: FailedCalls,
    private readonly alerts: Alerts,
  ) {}

  @OnEvent(callEnded)
  async judge(ctx: RequestContext, { callId }: CallEnded): Promise<void> {
    const call = await this.calls.findEnded(ctx, callId);
    if (call?.isFault) await this.raise(ctx, [call], await this.calls.lastGood(ctx, call.endedAt));
    else if (call?.status === 'COMPLETED') await this.resolve(ctx, call);
  }

  async review(ctx: RequestContext, now: Date): Promise<void> {
    const faults = await this.calls.recentFaults(ctx, now);
    const open = await this.alerts.openOfKind(ctx, 'CALL_FAILED');
    if (faults.length + open.length === 0) return;
    const good = await this.calls.lastGood(ctx, now);
    await this.raise(ctx, faults, good);
    for (const call of good) await this.resolve(ctx, call);
  }

  /** But for those after which a call of the same assistant went well. */
  private async raise(ctx: RequestContext, faults: readonly EndedCall[], good: readonly GoodCall[]): Promise<void> {
    for (const call of faults) {
      const later = good.find(({ assistantId }) => assistantId === call.assistantId);
      if (!later || later.endedAt.getTime() <= call.endedAt.getTime()) await this.alerts.raise(ctx, failed(call));
    }
  }

  private async resolve(ctx: RequestContext, good: GoodCall): Promise<void> {
    const key = keyOf(good);
    await this.alerts.resolve(ctx, { kind: 'CALL_FAILED', key, all: true, before: good.endedAt });
  }
}

function keyOf({ assistantId }: Pick<EndedCall, 'assistantId'>): string {
  return `${assistantId ?? 'none'}:`;
}

function failed(call: EndedCall): NewAlert {
  const { id, assistantId, assistantName, endedAt } = call;
  const cause = (call.cause ?? 'unknown').slice(0, 200);
  const name = assistantName ?? '–';
  return {
    kind: 'CALL_FAILED',
    key: keyOf(call) + cause,
    targetId: assistantId === null ? toGlobalId(callPrefix, id) : toAssistantId(assistantId),
    at: endedAt,
    message: {
      en: `A call of the assistant ${name} failed by a technical fault (${cause}).`,
      fr: `Un appel de l’assistant ${name} a échoué à cause d’un incident technique (${cause}).`,
    },
    advice: {
      en: 'Check the chain from the phone number to this server with diagnoseConnection, apply the repairs it offers, then place a test call. If the fault is the platform’s, look at its status page: nothing has to be changed here.',
      fr: 'Vérifiez la chaîne, du numéro de téléphone jusqu’à ce serveur, avec diagnoseConnection, appliquez les réparations proposées, puis passez un appel d’essai. Si l’incident vient de la plateforme, consultez sa page d’état : il n’y a rien à changer ici.',
    },
  };
}
