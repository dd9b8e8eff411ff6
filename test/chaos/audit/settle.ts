import { setTimeout as pause } from 'node:timers/promises';
import { amountOf, countOpenWork, type OpenWork } from './open-work.js';

export interface Settled {
  /** Until nothing was open any more, or until we stopped waiting. */
  ms: number;
  left: OpenWork;
}

/**
 * Longer than what was claimed by a process that died may take to come back: leases of events (15 s) and tools (20 s),
 * and the back-off after a first failure (5 s).
 */
const limitMs = 90_000;
const lookEveryMs = 200;
/** A job that is just being put away may leave both counts at zero for a moment. */
const quietLooks = 5;

export interface WorkPlaces {
  adminUrl: string;
  redisUrl: string | undefined;
}

/** Waits until nothing is open, as long as that is worth it. */
export async function settle({ adminUrl, redisUrl }: WorkPlaces): Promise<Settled> {
  const startedAt = performance.now();
  let quietSince = 0;
  for (let looks = 0; ;) {
    const left = await countOpenWork(adminUrl, redisUrl);
    const ms = Math.round(performance.now() - startedAt);
    looks = amountOf(left) === 0 ? looks + 1 : 0;
    if (looks === 1) quietSince = ms;
    if (looks === quietLooks) return { ms: quietSince, left };
    if (ms > limitMs) return { ms, left };
    await pause(lookEveryMs);
  }
}
