import type { Check, CheckStatus, DiagnosisStage } from './diagnosis-stage.js';

/** Something that is broken between a telephone number and the record of its calls. */
export interface Fault {
  readonly what: string;
  /** Where it is. */
  readonly hop: 'twilio' | 'vapi' | 'server' | 'database' | 'calendar' | 'none';
  inject(stage: DiagnosisStage): void | Promise<void>;
  /** Puts right what is not put right after every fault. */
  restore?(stage: DiagnosisStage): Promise<void>;
  /** Every check that is to tell of it, and no other; none for what looks like a fault and is not. */
  readonly finds: Readonly<Record<string, CheckStatus>>;
  /** Whether other checks can then not be made. */
  readonly blinds?: true;
  /** The check whose repair is to put everything right. */
  readonly repairs?: string;
  /** Whether what stands outside after the repair is right, and yet not as it was: made anew, or in another order. */
  readonly unlike?: true;
  /** The checks that still tell of it after that one repair. */
  readonly leaves?: readonly string[];
}

/** What a diagnosis tells otherwise than it does where all is well. */
export function blamed(checks: readonly Check[]): Record<string, CheckStatus> {
  const told = checks.filter(({ status }) => status === 'FAIL' || status === 'WARN');
  return Object.fromEntries(told.map(({ key, status }) => [key, status]));
}
