import { Injectable } from '@nestjs/common';
import { Drain } from '../../kernel/lifecycle/index.js';
import type { Turn } from './turn.js';

/** Turns that this process is answering: whoever asks again need not look for the answer in the database. */
@Injectable()
export class RunningTurns {
  readonly #running = new Map<string, Promise<Turn>>();
  readonly #afterwards = new Set<Promise<void>>();

  constructor(drain: Drain) {
    drain.during('work', 'voice.conversation', () => this.settle());
  }

  find(key: string): Promise<Turn> | undefined {
    return this.#running.get(key);
  }

  /** Answers go on when nobody waits for them any more: the caller is told later. */
  start(key: string, work: Promise<Turn>): Promise<Turn> {
    this.#running.set(key, work);
    const forget = () => void this.#running.delete(key);
    work.then(forget, forget);
    return work;
  }

  /** What nobody has to wait for, but the end of the process. */
  afterwards(work: Promise<void>): void {
    this.#afterwards.add(work);
    const forget = () => void this.#afterwards.delete(work);
    work.then(forget, forget);
  }

  private async settle(): Promise<void> {
    await Promise.allSettled(this.#running.values());
    await Promise.allSettled(this.#afterwards);
  }
}
