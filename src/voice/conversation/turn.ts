import type { ModelMessage, ModelUsage } from '../models/language-model.js';

/** What happens once a turn's words have been spoken. */
export type Next =
  /**
   * The caller speaks; `message`: what is said then is a message for a person, and goes to no model. `transfer`: how a
   * transfer ended that nobody took.
   */
  | { kind: 'listen'; expects?: 'message' | undefined; transfer?: string | undefined }
  | { kind: 'hangup'; reason: HangupReason }
  | { kind: 'transfer'; to: string; summary: string | null };

export type HangupReason = 'assistant' | 'silence' | 'transferred' | 'fault';

/** Why a turn is not simply an answer of the model. */
export type TurnFault = 'silence' | 'unclear' | 'slow' | 'model' | 'transfer';

/** What is said in a turn, and what comes after. */
export interface Spoken {
  said: string;
  /** BCP 47: in which it is said, and in which the caller is listened to next. */
  language: string;
  next: Next;
  fault: TurnFault | null;
}

/** One exchange: what the caller said, and what was answered. Turn 0 is the greeting. */
export interface Turn extends Spoken {
  turn: number;
  done: boolean;
  /** Null for silence, and where nobody was asked. */
  heard: string | null;
  /** Of the model between hearing and answering: tools asked for, and what they returned. */
  steps: readonly ModelMessage[];
  usage: readonly TurnUsage[];
  at: Date;
  finishedAt: Date | null;
}

/** What one question to a model took. */
export interface TurnUsage extends ModelUsage {
  provider: string;
  model: string;
}
