import type { HttpTimer } from '../http-timer.js';

/** A clock that moves only when somebody waits on it, and then at once. */
export class InstantTimer implements HttpTimer {
  readonly waits: number[] = [];
  #now = 0;

  now(): number {
    return this.#now;
  }

  wait(ms: number): Promise<void> {
    this.waits.push(ms);
    this.#now += ms;
    return Promise.resolve();
  }

  random(): number {
    return 0.5;
  }
}
