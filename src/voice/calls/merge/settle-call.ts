import type { Bill } from '../costs/bill.js';
import { named, transcriptRank, type CallFacts } from './call-facts.js';
import { joinEvidence, type Evidence, type Register } from './evidence.js';
import { nativeField, type NativeUse } from './native-use.js';
import { projectCall, readTransfers, type CallProjection, type Transfer } from './project-call.js';
import type { Segment } from './transcript.js';

/** What is to be written after facts have met the evidence on record. */
export interface CallChange {
  evidence: Evidence;
  projection: CallProjection;
  /** Segments to store; `replace` means that they take the place of all that are stored. */
  transcript: { replace: boolean; source: TranscriptSource; segments: readonly Segment[] } | null;
  /** A bill that takes the place of the one before. */
  bill: { revision: string; bill: Bill } | null;
  /** Transfers that are new or have changed. */
  transfers: readonly Transfer[];
  /** Uses of native tools that are new, or of which more is known. */
  nativeUses: readonly NativeUse[];
}

export type TranscriptSource = keyof typeof transcriptRank;

/** A pure function of what is on record and what is told; null when nothing is new. */
export function settleCall(onRecord: Evidence, facts: CallFacts): CallChange | null {
  const evidence = joinEvidence(onRecord, facts.evidence);
  const transcript = transcriptChange(onRecord.transcript, evidence.transcript, facts);
  if (evidence === onRecord && transcript === null) return null;
  return {
    evidence,
    projection: projectCall(evidence),
    transcript,
    bill: billChange(onRecord.bill, evidence.bill, facts),
    transfers: transferChanges(onRecord, evidence),
    nativeUses: nativeChanges(onRecord, evidence, facts),
  };
}

/** Utterances told one by one add up; a transcript told as a whole replaces what a weaker source has told. */
function transcriptChange(before: Register | undefined, after: Register | undefined, facts: CallFacts) {
  const source = transcriptSource(after);
  if (!after || !source) return null;
  if (source === 'live') {
    if (facts.live.length === 0) return null;
    return { replace: before !== undefined && before[0] < after[0], source, segments: facts.live };
  }
  const told = named(after, facts.transcript);
  if (!told || before?.[2] === after[2]) return null;
  return { replace: before !== undefined, source, segments: told.segments };
}

function transcriptSource(register: Register | undefined): TranscriptSource | undefined {
  const sources: readonly TranscriptSource[] = ['conversation', 'live', 'report'];
  return sources.find((source) => transcriptRank[source] === register?.[0]);
}

/** The revision names the report: when it was made, and what it says. */
export function revisionOf([, at, digest]: Register): string {
  return `${at}:${digest}`;
}

function billChange(before: Register | undefined, after: Register | undefined, facts: CallFacts) {
  const bill = named(after, facts.bill);
  if (!after || !bill) return null;
  const revision = revisionOf(after);
  return before && revisionOf(before) === revision ? null : { revision, bill };
}

function transferChanges(before: Evidence, after: Evidence): Transfer[] {
  const known = new Set(readTransfers(before).map((transfer) => JSON.stringify(transfer)));
  return readTransfers(after).filter((transfer) => !known.has(JSON.stringify(transfer)));
}

function nativeChanges(before: Evidence, after: Evidence, { nativeUses }: CallFacts): NativeUse[] {
  return nativeUses.filter((use) => {
    const field = nativeField(use.toolCallId);
    return named(after[field], use) !== undefined && before[field]?.[2] !== use.digest;
  });
}
