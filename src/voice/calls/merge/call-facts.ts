import type { Bill } from '../costs/bill.js';
import { joinEvidence, type Evidence, type Register } from './evidence.js';
import { nativeField, type NativeUse } from './native-use.js';
import type { Segment, WholeTranscript } from './transcript.js';

/** The fields of a call that events speak of; those of a transfer are named by its destination, of a native use by its id. */
export type CallField =
  | 'assistant'
  | 'began'
  | 'bill'
  | 'callerSpoke'
  | 'customer'
  | 'customerName'
  | 'direction'
  | 'disclosed'
  | 'duration'
  | 'ended'
  | 'endedReason'
  | 'line'
  | `native:${string}`
  | 'phoneNumberId'
  | 'progress'
  | 'recording'
  | 'sandbox'
  | 'satisfaction'
  | 'started'
  | 'summary'
  | 'transcript'
  | 'twilioSid'
  | `transfer.${'status' | 'at' | 'summary'}:${string}`;

/**
 * What events say about one call. The evidence is small and stands in the call's row; what is bulky (utterances, cost
 * lines) goes to tables of its own once the evidence names it.
 */
export interface CallFacts {
  /** Vapi's id of the call. */
  readonly callKey: string;
  readonly evidence: Evidence;
  /** Utterances told one by one. */
  readonly live: readonly Segment[];
  /** Tools that the platform ran by itself. */
  readonly nativeUses: readonly NativeUse[];
  readonly transcript?: WholeTranscript | undefined;
  readonly bill?: Bill | undefined;
}

/** Which of two sources to believe where they differ. */
export const rank = {
  /** `message.call`: the call as it was created. */
  snapshot: 1,
  /** What an event says of itself. */
  event: 2,
  /** The end-of-call report, and the vendor's own record of an ended call. */
  report: 3,
  /** A person who has listened. */
  person: 4,
} as const;

export const transcriptRank = {
  /** The history so far, as `conversation-update` repeats it. */
  conversation: 1,
  /** Final utterances, one by one. */
  live: 2,
  report: 3,
} as const;

export type Registers = Readonly<Partial<Record<CallField, Register | undefined>>>;

/** What one event tells: registers, and what they name. */
export interface Telling extends Partial<Pick<CallFacts, 'live' | 'nativeUses' | 'transcript' | 'bill'>> {
  registers: Registers;
}

/** Facts of what is told, leaving out what is not said. */
export function callFacts(
  callKey: string,
  { registers, live = [], nativeUses = [], transcript, bill }: Telling,
  also: Registers = {},
): CallFacts {
  const evidence: Record<string, Register> = {};
  put(evidence, also);
  put(evidence, registers);
  return { callKey, evidence, live, nativeUses, transcript, bill };
}

function put(evidence: Record<string, Register>, registers: Registers): void {
  for (const [field, register] of Object.entries(registers)) if (register) evidence[field] = register;
}

/** Everything that either says; the bulky parts are kept only as far as the joined evidence names them. */
export function joinFacts(a: CallFacts, b: CallFacts): CallFacts {
  const evidence = joinEvidence(a.evidence, b.evidence);
  return {
    callKey: a.callKey,
    evidence,
    live: joinSegments(a.live, b.live),
    nativeUses: joinUses(evidence, [...a.nativeUses, ...b.nativeUses]),
    transcript: named(evidence.transcript, a.transcript) ?? named(evidence.transcript, b.transcript),
    bill: named(evidence.bill, a.bill) ?? named(evidence.bill, b.bill),
  };
}

/** The transcript or bill, if this is the one that the register names by its digest. */
export function named<Body extends { digest: string }>(
  register: Register | undefined,
  body: Body | undefined,
): Body | undefined {
  return body !== undefined && register?.[2] === body.digest ? body : undefined;
}

function joinSegments(a: readonly Segment[], b: readonly Segment[]): readonly Segment[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const known = new Set(a.map((segment) => segment.key));
  return [...a, ...b.filter((segment) => !known.has(segment.key))];
}

function joinUses(evidence: Evidence, told: readonly NativeUse[]): readonly NativeUse[] {
  const uses = told.filter((use) => named(evidence[nativeField(use.toolCallId)], use));
  return [...new Map(uses.map((use) => [use.toolCallId, use])).values()];
}
