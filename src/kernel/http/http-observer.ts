import type { ErrorKind } from '../errors/index.js';

/** How one attempt of one request went; what metrics and logs are made of. */
export interface HttpAttempt {
  target: string;
  method: string;
  /** Counted from 1. */
  attempt: number;
  /** Absent when there was no answer. */
  status: number | undefined;
  outcome: 'ok' | 'given_up' | ErrorKind;
  durationMs: number;
}

/** Is told of every attempt of every request. */
export abstract class HttpObserver {
  abstract attemptEnded(attempt: HttpAttempt): void;
}
