import type { CallField } from './call-facts.js';
import { callDirections, progresses, type CallDirection, type CallOutcome, type CallStatus } from './call-status.js';
import { readEndedReason, type Ending } from './ended-reason.js';
import type { Evidence, RegisterValue } from './evidence.js';
import { toE164 } from './phone-identity.js';

/** The columns of a call that follow from its evidence alone. Times are milliseconds since 1970. */
export interface CallProjection {
  status: CallStatus;
  outcome: CallOutcome | null;
  direction: CallDirection | null;
  twilioCallSid: string | null;
  fromIdentity: string | null;
  toIdentity: string | null;
  fromNumber: string | null;
  toNumber: string | null;
  began: number;
  started: number | null;
  ended: number | null;
  durationSeconds: number | null;
  endedReason: string | null;
  satisfaction: number | null;
  summary: string | null;
  recordingUrl: string | null;
  disclosed: number | null;
  sandbox: boolean;
}

/** By what those are found whom a call concerns. */
export interface CallKeys {
  vapiAssistantId: string | null;
  vapiPhoneNumberId: string | null;
  /** The number that was called, or that we called from. */
  lineNumber: string | null;
  /** The other party. */
  contactNumber: string | null;
  contactName: string | null;
}

/** A pure function: the same evidence is the same row. */
export function projectCall(evidence: Evidence): CallProjection {
  const text = (field: CallField) => asText(evidence[field]?.[2]);
  const number = (field: CallField) => asNumber(evidence[field]?.[2]);
  const started = number('started');
  const ended = number('ended');
  const endedReason = text('endedReason');
  return {
    ...statusOf(evidence, endedReason),
    ...partiesOf(evidence),
    twilioCallSid: text('twilioSid'),
    began: number('began') ?? started ?? ended ?? 0,
    started,
    ended,
    durationSeconds: durationOf(number('duration'), started, ended),
    endedReason,
    satisfaction: number('satisfaction'),
    summary: text('summary'),
    recordingUrl: text('recording'),
    disclosed: number('disclosed'),
    sandbox: evidence.sandbox?.[2] === true,
  };
}

export function readKeys(evidence: Evidence): CallKeys {
  return {
    vapiAssistantId: asText(evidence.assistant?.[2]),
    vapiPhoneNumberId: asText(evidence.phoneNumberId?.[2]),
    lineNumber: toE164(asText(evidence.line?.[2])),
    contactNumber: toE164(asText(evidence.customer?.[2])),
    contactName: asText(evidence.customerName?.[2]),
  };
}

function statusOf(evidence: Evidence, endedReason: string | null): { status: CallStatus; outcome: CallOutcome | null } {
  const progress = progresses.find((step) => step === evidence.progress?.[2]) ?? 'QUEUED';
  if (progress !== 'ENDED') return { status: progress, outcome: null };
  const ending = readEndedReason(endedReason);
  return { status: ending.status, outcome: outcomeOf(ending, evidence) };
}

/** What else is known of the call can belie its reason: nobody spoke, or no transfer was taken. */
function outcomeOf(ending: Ending, evidence: Evidence): CallOutcome | null {
  if (ending.outcome === 'CONVERSATION' && evidence.callerSpoke?.[2] === false) return 'ABANDONED';
  if (ending.outcome === 'TRANSFERRED' && everyTransferFailed(evidence)) return 'CONVERSATION';
  return ending.outcome;
}

function everyTransferFailed(evidence: Evidence): boolean {
  const statuses = readTransfers(evidence).map((transfer) => transfer.status);
  return statuses.length > 0 && statuses.every((status) => failedTransfers.has(status));
}

const unfinished = new Set(['requested', 'started']);
const failedTransfers = new Set(['no-answer', 'busy', 'voicemail', 'failed', 'cancelled']);

/** An attempt to reach a person. The destination names it, so that every source of it speaks of the same one. */
export interface Transfer {
  destination: string;
  status: string;
  at: number;
  summary: string | null;
}

const transferStatus = 'transfer.status:';

/** How a transfer went that nothing else tells the end of, by the reason for which the call ended meanwhile. */
const endedMeanwhile: readonly (readonly [reason: string, status: string])[] = [
  ['call.forwarding.no-answer', 'no-answer'],
  ['call.forwarding.operator-busy', 'busy'],
  ['call.in-progress.error-transfer-failed', 'failed'],
  ['call.in-progress.error-warm-transfer', 'failed'],
  ['customer-ended-call-before-warm-transfer', 'cancelled'],
  ['customer-ended-call-during-transfer', 'cancelled'],
];

export function readTransfers(evidence: Evidence): Transfer[] {
  const reason = asText(evidence.endedReason?.[2]) ?? '';
  const [, ending] = endedMeanwhile.find(([prefix]) => reason.startsWith(prefix)) ?? [];
  return Object.entries(evidence).flatMap(([field, [, , status]]) => {
    if (!field.startsWith(transferStatus)) return [];
    const destination = field.slice(transferStatus.length);
    const at = asNumber(evidence[`transfer.at:${destination}`]?.[2]) ?? 0;
    const summary = asText(evidence[`transfer.summary:${destination}`]?.[2]);
    const told = String(status);
    return [{ destination, status: unfinished.has(told) ? (ending ?? told) : told, at, summary }];
  });
}

/** Until a call's direction is known it is taken for an inbound one. */
function partiesOf(evidence: Evidence) {
  const direction = callDirections.find((value) => value === evidence.direction?.[2]) ?? null;
  const customer = asText(evidence.customer?.[2]);
  const line = asText(evidence.line?.[2]);
  const [from, to] = direction === 'OUTBOUND' ? [line, customer] : [customer, line];
  return {
    direction,
    fromIdentity: from,
    toIdentity: to,
    fromNumber: toE164(from),
    toNumber: toE164(to),
  };
}

const longest = 2 ** 31 - 1;

function durationOf(told: number | null, started: number | null, ended: number | null): number | null {
  const seconds = told ?? (started === null || ended === null ? null : (ended - started) / 1000);
  return seconds === null ? null : Math.min(longest, Math.max(0, Math.round(seconds)));
}

function asText(value: RegisterValue | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function asNumber(value: RegisterValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
