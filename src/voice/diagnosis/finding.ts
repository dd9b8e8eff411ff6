import type { LocalizedText } from '../../kernel/errors/index.js';
import type { RepairOffer } from './repair-offer.js';

export const checkStatuses = ['PASS', 'WARN', 'FAIL', 'SKIPPED'] as const;
export type CheckStatus = (typeof checkStatuses)[number];

/** Along the way of a call, in this order. */
export const hops = ['twilio', 'vapi', 'server', 'database', 'calendar', 'call'] as const;
export type Hop = (typeof hops)[number];

/** A vendor’s own word, such as an address, or a sentence of ours in both languages. */
export type Told = string | LocalizedText;

/** What one check came to. */
export interface Finding {
  status: CheckStatus;
  observed?: Told | undefined;
  expected?: Told | undefined;
  /** What to do; always there where something is wrong. */
  advice?: LocalizedText | undefined;
  /** The page of the vendor that helps. */
  helpUrl?: string | undefined;
  /** Where we can put it right. */
  repair?: RepairOffer | undefined;
}

/** What is wrong, and what to do about it. */
export type Fault = Omit<Finding, 'status'> & { advice: LocalizedText };

export function pass(observed?: Told): Finding {
  return { status: 'PASS', observed };
}

/** It works, but not as it should. */
export function warn(fault: Fault): Finding {
  return { status: 'WARN', ...fault };
}

export function fail(fault: Fault): Finding {
  return { status: 'FAIL', ...fault };
}

/** @param why What kept us from looking: nothing is blamed that was not seen. */
export function skipped(why: LocalizedText): Finding {
  return { status: 'SKIPPED', observed: why };
}

/** Of the worst: a check that was not made is no fault. */
export function worst(statuses: readonly CheckStatus[]): CheckStatus {
  return (['FAIL', 'WARN', 'PASS'] as const).find((each) => statuses.includes(each)) ?? 'SKIPPED';
}
