import fc from 'fast-check';
import type { Bill } from '../../../calls/costs/bill.js';
import { joinFacts, type CallFacts } from '../../../calls/merge/call-facts.js';
import type { Evidence } from '../../../calls/merge/evidence.js';
import type { NativeUse } from '../../../calls/merge/native-use.js';
import type { CallProjection, Transfer } from '../../../calls/merge/project-call.js';
import { settleCall } from '../../../calls/merge/settle-call.js';
import type { Segment } from '../../../calls/merge/transcript.js';
import { readVapiEvent } from '../reading/read-vapi-event.js';

const receivedAt = new Date('2026-09-01T10:00:30Z');

/** A call's rows, kept as the database keeps them. */
class StoredCall {
  evidence: Evidence = {};
  projection: CallProjection | undefined;
  segments = new Map<string, Segment>();
  bill: { revision: string; bill: Bill } | undefined;
  transfers = new Map<string, Transfer>();
  nativeUses = new Map<string, NativeUse>();

  apply(bodies: readonly object[]): void {
    const facts = bodies.map((body) => readVapiEvent(JSON.parse(JSON.stringify(body)), receivedAt));
    const [first, ...rest] = facts.filter((told): told is CallFacts => told !== null);
    if (!first) return;
    const change = settleCall(this.evidence, rest.reduce(joinFacts, first));
    if (!change) return;
    this.evidence = JSON.parse(JSON.stringify(change.evidence)) as Evidence;
    this.projection = change.projection;
    if (change.transcript?.replace) this.segments.clear();
    for (const segment of change.transcript?.segments ?? []) this.segments.set(segment.key, segment);
    if (change.bill) this.bill = change.bill;
    for (const transfer of change.transfers) this.transfers.set(transfer.destination, transfer);
    for (const use of change.nativeUses) this.nativeUses.set(use.toolCallId, use);
  }

  rows() {
    const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    const { evidence, projection, bill } = this;
    const parts = { segments: sorted(this.segments), transfers: sorted(this.transfers) };
    return { evidence, projection, bill, ...parts, nativeUses: sorted(this.nativeUses) };
  }
}

export function rowsAfter(batches: readonly (readonly object[])[]) {
  const call = new StoredCall();
  for (const batch of batches) call.apply(batch);
  return call.rows();
}

/** Some of a call's events, then the same ones in another order, some of them again, cut into batches. */
export function tellings<Body extends object>(bodies: readonly Body[]) {
  return fc.subarray([...bodies], { minLength: 1 }).chain((subset) =>
    fc.record({
      subset: fc.constant(subset),
      told: fc
        .array(fc.constantFrom(...subset), { maxLength: 6 })
        .chain((again) => fc.shuffledSubarray([...subset, ...again], { minLength: subset.length + again.length })),
      cuts: fc.array(fc.nat(bodies.length + 6), { maxLength: 6 }),
    }),
  );
}

export function cut<T>(list: readonly T[], at: readonly number[]): T[][] {
  const edges = [0, ...[...at].sort((a, b) => a - b), list.length];
  return edges.slice(1).map((end, index) => list.slice(edges[index], end));
}
