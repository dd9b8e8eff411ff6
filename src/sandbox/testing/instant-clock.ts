import type { Clock } from '../player/clock.js';

/** A clock that moves only when somebody waits on it, and then at once. */
export class InstantClock implements Clock {
  readonly waits: number[] = [];
  #now = Date.now();

  now(): Date {
    return new Date(this.#now);
  }

  wait(ms: number): Promise<void> {
    this.waits.push(ms);
    this.#now += ms;
    return Promise.resolve();
  }
}
