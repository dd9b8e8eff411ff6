import { HttpFailure } from '../../../kernel/http/index.js';
import { OutcomeUnknown } from './calcom.errors.js';

/** What Cal.com said no with. */
export interface Refusal {
  readonly status: number | undefined;
  /** Its words, cut short; its codes (`booking_conflict_error`) stand there too. */
  readonly words: string;
  readonly failure: HttpFailure;
}

/** Recognises a refusal; null for one that it does not know. */
export type Reading = (refusal: Refusal) => Error | null;

/** The error that a failed request means: a named one where a reading knows it, else the failure as it is. */
export function namedOutcome(error: unknown, readings: readonly Reading[]): unknown {
  if (!(error instanceof HttpFailure)) return error;
  const { code, message } = error.platformSaid();
  const refusal = { status: error.status, words: [code, message].filter(Boolean).join(' '), failure: error };
  for (const reading of readings) {
    const named = reading(refusal);
    if (named) return named;
  }
  return error.outcomeUnknown ? new OutcomeUnknown(error) : error;
}
