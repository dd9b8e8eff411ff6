import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../../kernel/context/index.js';
import { callFacts, rank, type CallFacts } from '../../../calls/merge/call-facts.js';
import { latest } from '../../../calls/merge/evidence.js';
import type { Turn } from '../../../conversation/turn.js';
import { PricesService } from '../../../prices/prices.service.js';
import type { Usage } from '../../../prices/price-usage.js';
import type { TwilioEvent } from './twilio-event.js';

export interface EndedCall {
  callKey: string;
  event: TwilioEvent;
  receivedAt: Date;
  turns: readonly Turn[];
}

/** What a call cost that this server has answered, by the list of prices. */
@Injectable()
export class CallUsage {
  constructor(private readonly prices: PricesService) {}

  /** Nothing where the call has not ended, or nothing that was used has a price. */
  async bill(tx: RequestContext, { callKey, event, receivedAt, turns }: EndedCall): Promise<CallFacts[]> {
    const seconds = Number.parseInt(event.text('CallDuration'), 10);
    if (!Number.isFinite(seconds) || turns.length === 0) return [];
    const began = turns[0]?.at ?? receivedAt;
    const bill = await this.prices.bill(tx, usageOf(turns, { seconds, country: event.text('ToCountry') }), began);
    if (!bill) return [];
    const at = receivedAt.getTime();
    return [callFacts(callKey, { registers: { bill: latest(rank.report, at, bill.digest) }, bill })];
  }
}

/** What the turns of a call have used: the line, the ear, the model, the voice. */
function usageOf(turns: readonly Turn[], call: { seconds: number; country: string }): Usage[] {
  const country = /^[A-Z]{2}$/.test(call.country) ? `.${call.country.toLowerCase()}` : '';
  return [
    { item: `twilio.voice.inbound${country}`, quantity: call.seconds },
    ...turns.flatMap((turn, index) => [...listening(turn, turns[index - 1]), ...thinking(turn), ...speaking(turn)]),
    ...turns.flatMap((turn, index) => transferred(turn, turns[index + 1])),
  ];
}

/** Recognition runs while the question is asked, since the caller may interrupt it, until the caller has spoken. */
function listening({ at }: Turn, before: Turn | undefined): Usage[] {
  if (before?.next.kind !== 'listen' || !before.finishedAt) return [];
  return [{ item: 'twilio.gather.speech', quantity: secondsBetween(before.finishedAt, at) }];
}

function thinking({ usage }: Turn): Usage[] {
  return usage.flatMap(({ model, input, cached, output }) => [
    { item: `model.${model}.input`, quantity: input - cached },
    { item: `model.${model}.cached-input`, quantity: cached },
    { item: `model.${model}.output`, quantity: output },
  ]);
}

function speaking({ said }: Turn): Usage[] {
  return [{ item: 'twilio.say', quantity: said.length }];
}

function transferred({ next, finishedAt }: Turn, after: Turn | undefined): Usage[] {
  const talked = after?.next.kind === 'hangup' && after.next.reason === 'transferred';
  if (next.kind !== 'transfer' || !talked || !finishedAt) return [];
  return [{ item: 'twilio.voice.outbound', quantity: secondsBetween(finishedAt, after.at) }];
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(1, Math.ceil((to.getTime() - from.getTime()) / 1_000));
}
