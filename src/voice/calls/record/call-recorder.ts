import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { NativeTools } from '../../native-tools/native-tools.js';
import { CallBilling } from '../costs/call-billing.js';
import { joinFacts, type CallFacts } from '../merge/call-facts.js';
import { settleCall, type CallChange } from '../merge/settle-call.js';
import { CallAnnouncer } from './call-announcer.js';
import { CallAttribution, type Attributed } from './call-attribution.js';
import { insertCalls, lockCalls, updateCalls, type RecordedCall } from './call-rows.js';
import { indexWords } from './index-words.js';
import { storeNativeUses } from './native-use-rows.js';
import { storeTranscripts } from './segment-rows.js';
import { storeTransfers } from './transfer-rows.js';

/** A call that facts have changed; `fresh` when this unit of work is about to make it. */
export interface ChangedCall {
  call: RecordedCall;
  change: CallChange;
  fresh: boolean;
}

/**
 * The one way by which anything becomes part of a call's record: webhooks, tools, ratings, the reconciler. It takes a
 * handful of statements whatever the number of calls, inside the caller's unit of work.
 */
@Injectable()
export class CallRecorder {
  constructor(
    private readonly attribution: CallAttribution,
    private readonly billing: CallBilling,
    private readonly announcer: CallAnnouncer,
    private readonly nativeTools: NativeTools,
  ) {}

  /**
   * Merges facts into the record, making the calls that are not there yet.
   *
   * @returns the id of each call by its key at Vapi.
   */
  async record(ctx: RequestContext, facts: readonly CallFacts[]): Promise<Map<string, string>> {
    const told = byCall(facts);
    const ids = new Map<string, string>();
    // A call that another unit of work makes at the same moment is there on the second round.
    while (told.size > 0) {
      for (const { id, callKey } of await this.merge(ctx, told)) {
        ids.set(callKey, id);
        told.delete(callKey);
      }
    }
    return ids;
  }

  /** @returns the calls that are on record now. */
  private async merge(ctx: RequestContext, told: ReadonlyMap<string, CallFacts>): Promise<RecordedCall[]> {
    const known = await lockCalls(ctx, [...told.keys()]);
    const changed = await this.attribution.attribute(ctx, settle(known, told));
    const bills = await this.billing.price(ctx, changed);
    const words = await indexWords(ctx, changed);
    const rows = changed.map(({ call, change, fresh, ...owners }) => ({
      ...owners,
      fresh,
      id: call.id,
      callKey: call.callKey,
      evidence: change.evidence,
      projection: change.projection,
      cost: bills.get(call.id)?.cost ?? null,
      search: words.get(call.id) ?? null,
    }));
    const made = await insertCalls(
      ctx,
      rows.filter(({ fresh }) => fresh),
    );
    await updateCalls(
      ctx,
      rows.filter(({ fresh }) => !fresh),
    );
    const stored = changed.filter(({ call, fresh }) => !fresh || made.has(call.id));
    await this.storeParts(ctx, stored);
    await this.billing.store(
      ctx,
      stored.flatMap(({ call }) => bills.get(call.id) ?? []),
    );
    this.announcer.announce(ctx, stored);
    return [...known, ...stored.flatMap(({ call, fresh }) => (fresh ? call : []))];
  }

  private async storeParts(ctx: RequestContext, changed: readonly Attributed<ChangedCall>[]): Promise<void> {
    const transcripts = changed.flatMap(({ call: { id: callId }, change }) =>
      change.transcript ? { callId, ...change.transcript } : [],
    );
    const transfers = changed.flatMap(({ call: { id: callId }, change }) =>
      change.transfers.map((transfer) => ({ callId, ...transfer })),
    );
    await storeTranscripts(ctx, transcripts);
    await storeTransfers(ctx, transfers);
    await this.nativeTools.tell(ctx, await storeNativeUses(ctx, changed));
  }
}

function byCall(facts: readonly CallFacts[]): Map<string, CallFacts> {
  const calls = new Map<string, CallFacts>();
  for (const told of facts) {
    const known = calls.get(told.callKey);
    calls.set(told.callKey, known ? joinFacts(known, told) : told);
  }
  return calls;
}

function settle(known: readonly RecordedCall[], told: ReadonlyMap<string, CallFacts>): ChangedCall[] {
  const onRecord = new Map(known.map((call) => [call.callKey, call]));
  return [...told].flatMap(([callKey, facts]) => {
    const recorded = onRecord.get(callKey);
    const call = recorded ?? newCall(callKey);
    const change = settleCall(call.evidence, facts);
    return change ? { call, change, fresh: recorded === undefined } : [];
  });
}

function newCall(callKey: string): RecordedCall {
  return { id: uuidv7(), callKey, evidence: {}, assistantId: null, clientId: null, contactId: null };
}
