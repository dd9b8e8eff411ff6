import type { LocalizedText } from '../../kernel/errors/index.js';

/** What kinds of incidents there are; which one it is exactly, its key says. */
export type AlertKind = 'CALL_FAILED' | 'CONNECTION_EXPIRED' | 'WEBHOOKS_STOPPED' | 'CHAIN_BROKEN';

/** What tells one incident from others: at most one with the same is open in a workspace. */
export interface Incident {
  kind: AlertKind;
  /** Of what is wrong: the id of a connection, of an assistant and its fault, … */
  key: string;
}

/** An incident as people are told of it. Texts and keys are kept for long: no names or numbers of callers. */
export interface NewAlert extends Incident {
  /** What it concerns, by the id that clients know. */
  targetId: string | null;
  /** What is wrong, in one sentence. */
  message: LocalizedText;
  /** What to do about it. */
  advice: LocalizedText;
  /** When it happened, where that is not now. */
  at?: Date;
}
