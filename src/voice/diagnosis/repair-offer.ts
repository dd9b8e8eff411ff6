import type { LocalizedText } from '../../kernel/errors/index.js';

/** Something that we can put right once somebody has agreed; see `ConnectionRepairContract`. */
export interface RepairOffer {
  /** Who carries it out: `twilio.number`. */
  kind: string;
  /** What it is about, as the one who carries it out needs it; no secrets. */
  target: Readonly<Record<string, string>>;
  description: LocalizedText;
  /** As people see it; secrets are masked. */
  before: unknown;
  after: unknown;
}
