import { Injectable } from '@nestjs/common';
import { Drain } from '../kernel/lifecycle/index.js';
import { AppLogger } from '../kernel/observability/index.js';

/**
 * Work that goes on after the answer, so that the answer's duration tells nothing: password resets, the jobs of mails. A
 * failure is logged under the work's name; a shutdown waits for what runs.
 */
@Injectable()
export class Background {
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly log: AppLogger,
    drain: Drain,
  ) {
    drain.during('work', 'accounts.background', () => this.settled());
  }

  start(name: string, work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => this.log.error(`${name}.failed`, { error }))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits until nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
