import fc from 'fast-check';
import { joinFacts, type CallFacts } from '../../../calls/merge/call-facts.js';
import type { Evidence } from '../../../calls/merge/evidence.js';
import { settleCall } from '../../../calls/merge/settle-call.js';
import type { Bill } from '../../../calls/costs/bill.js';
import type { CallProjection, Transfer } from '../../../calls/merge/project-call.js';
import type { Segment } from '../../../calls/merge/transcript.js';
import type { VapiBody } from '../testing/call-script.js';
import { callScripts } from '../testing/call-scripts.js';
import { readVapiEvent } from './read-vapi-event.js';

const receivedAt = new Date('2026-09-01T10:00:30Z');

/** A call's rows, kept as the database keeps them. */
class StoredCall {
  evidence: Evidence = {};
  projection: CallProjection | undefined;
  segments = new Map<string, Segment>();
  bill: { revision: string; bill: Bill } | undefined;
  transfers = new Map<string, Transfer>();

  apply(bodies: readonly VapiBody[]): void {
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
  }

  rows() {
    const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    const { evidence, projection, bill } = this;
    return { evidence, projection, bill, segments: sorted(this.segments), transfers: sorted(this.transfers) };
  }
}

function rowsAfter(batches: readonly (readonly VapiBody[])[]) {
  const call = new StoredCall();
  for (const batch of batches) call.apply(batch);
  return call.rows();
}

/** Some of a call's events, then the same ones in another order, some of them again, cut into batches. */
function telling(bodies: readonly VapiBody[]) {
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

function cut<T>(list: readonly T[], at: readonly number[]): T[][] {
  const edges = [0, ...[...at].sort((a, b) => a - b), list.length];
  return edges.slice(1).map((end, index) => list.slice(edges[index], end));
}

describe.each(Object.entries(callScripts))('the events of a call: %s', (_, script) => {
  const bodies = script('0198c000-0000-7000-8000-000000000001');

  it('end in the same rows for every subset, order, duplication and split into batches', () => {
    fc.assert(
      fc.property(telling(bodies), ({ subset, told, cuts }) => {
        expect(rowsAfter(cut(told, cuts))).toEqual(rowsAfter([subset]));
      }),
      { numRuns: 300 },
    );
  });

  it('change nothing when told again', () => {
    const once = rowsAfter([bodies]);
    expect(rowsAfter([bodies, bodies])).toEqual(once);
  });
});
