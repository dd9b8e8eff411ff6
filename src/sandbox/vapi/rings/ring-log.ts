import { setTimeout as delay } from 'node:timers/promises';
import type { RingProgress } from './ring-order.js';

/** How long a question waits for something to happen. */
const patienceMs = 10_000;

/** What happens in a call, line by line, for whoever asks. */
export class RingLog {
  readonly #lines: string[] = [];
  #isOver = false;
  #failure: string | undefined;
  #wake: (() => void)[] = [];

  add(line: string): void {
    this.#lines.push(line);
    this.wake();
  }

  end(failure?: string): void {
    this.#isOver = true;
    this.#failure = failure;
    this.wake();
  }

  /** All lines from that one on; as soon as there are any. */
  async after(from: number): Promise<RingProgress> {
    if (!this.#isOver && this.#lines.length <= from) await this.change();
    return {
      lines: this.#lines.slice(from),
      isOver: this.#isOver,
      ...(this.#failure !== undefined && { failure: this.#failure }),
    };
  }

  private async change(): Promise<void> {
    const enough = new AbortController();
    const happens = new Promise<void>((resolve) => this.#wake.push(resolve));
    const tires = delay(patienceMs, undefined, { ref: false, signal: enough.signal }).catch(() => undefined);
    await Promise.race([happens, tires]);
    enough.abort();
  }

  private wake(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const resolve of waiting) resolve();
  }
}
