import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../player/clock.js';
import type { Speed } from '../player/play-call.js';

/** The time of one call at some speed; it keeps no process from ending. */
export class CallClock implements Clock {
  #speed: Speed;

  constructor(speed: Speed) {
    this.#speed = speed;
  }

  now(): Date {
    return new Date();
  }

  async wait(ms: number): Promise<void> {
    if (this.#speed !== 'fast') await delay(ms / this.#speed, undefined, { ref: false });
  }

  /** What is still to be waited for has passed elsewhere already. */
  hurry(): void {
    this.#speed = 'fast';
  }
}
