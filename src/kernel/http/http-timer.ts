import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance as the client sees them; tests bring their own, so that no test waits. */
export interface HttpTimer {
  /** Milliseconds on a clock that never jumps. */
  now(): number;
  /** @throws when the signal aborts first. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

export const systemTimer: HttpTimer = {
  now: () => performance.now(),
  wait: (ms, signal) => delay(ms, undefined, { signal }),
  random: () => Math.random(),
};
