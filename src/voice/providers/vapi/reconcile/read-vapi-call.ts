import type { CallFacts } from '../../../calls/merge/call-facts.js';
import type { Evidence, Register } from '../../../calls/merge/evidence.js';
import { Fields } from '../reading/fields.js';
import { readVapiEvent } from '../reading/read-vapi-event.js';
import { withoutSandbox } from '../reading/without-sandbox.js';

/** What Vapi's own record of a call says. */
export interface VapiCallReading {
  facts: CallFacts;
  /** Vapi has nothing to add to it any more. */
  isFinal: boolean;
}

/** Analysis, costs and recording come after the end, within a minute or so; an answer before that is a part of them. */
const settledAfterMs = 3 * 60_000;

/**
 * Reads Vapi's record of a call as the server message that it would have sent: a report when the call has been over for
 * a while, else its status. Null for what is no call.
 */
export function readVapiCall(call: unknown, askedAt: Date, settlesAfterMs = settledAfterMs): VapiCallReading | null {
  if (typeof call !== 'object' || call === null) return null;
  const fields = Fields.of(call);
  const isFinal = isSettled(fields, askedAt.getTime() - settlesAfterMs);
  const message = isFinal ? { ...call, ...report(call, fields) } : statusUpdate(call, fields);
  const facts = readVapiEvent({ message }, askedAt);
  return facts && { facts: yielding(withoutSandbox(facts)), isFinal };
}

function isSettled(call: Fields, latestEnd: number): boolean {
  const end = call.time('endedAt') ?? call.time('updatedAt');
  return hasEnded(call) && end !== undefined && end <= latestEnd;
}

/** Dated before the report that Vapi sends, so that of two bills and two transcripts its own are the later ones. */
function report(call: object, fields: Fields) {
  const timestamp = fields.time('endedAt') ?? fields.time('startedAt') ?? fields.time('createdAt');
  return { type: 'end-of-call-report', timestamp, call };
}

/** A transfer is left out: nothing says when it began. */
function statusUpdate(call: object, fields: Fields) {
  const timestamp = fields.time(hasEnded(fields) ? 'endedAt' : 'startedAt') ?? fields.time('updatedAt');
  return { type: 'status-update', timestamp, status: fields.text('status', 40), call };
}

function hasEnded(call: Fields): boolean {
  return call.text('status', 40) === 'ended';
}

/**
 * Half a rank below what Vapi tells by itself: whatever an event says stands, whenever it comes, and an answer fills the
 * gaps. A transcript's rank names its kind, so there the date alone decides.
 */
export function yielding(facts: CallFacts): CallFacts {
  const evidence: Evidence = Object.fromEntries(
    Object.entries(facts.evidence).map(([field, register]): [string, Register] => {
      const [rank, order, value] = register;
      return [field, field === 'transcript' ? register : [rank - 0.5, order, value]];
    }),
  );
  return { ...facts, evidence };
}
