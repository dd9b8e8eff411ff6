import { setTimeout as delay } from 'node:timers/promises';

/** Time as the sandbox sees it; tests bring their own, so that none waits. */
export interface Clock {
  now(): Date;
  wait(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  wait: (ms) => delay(ms),
};
