import type { CheckStatus, Finding, Hop } from './finding.js';

/** One check as it is kept; its repair has a row of its own. */
export interface KeptCheck extends Omit<Finding, 'repair'> {
  key: string;
  hop: Hop;
}

/** A diagnosis as it is kept. */
export interface Diagnosis {
  id: string;
  assistantId: string;
  status: CheckStatus;
  checks: readonly KeptCheck[];
  checkedAt: Date;
}
