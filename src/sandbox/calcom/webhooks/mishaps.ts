import type { StandInDelivery } from './delivery.js';
import { seededChance } from './draw.js';

type Send = (delivery: StandInDelivery) => Promise<void>;

interface Chance {
  readonly share: number;
  readonly draw: () => number;
}

const never: Chance = { share: 0, draw: () => 1 };

/** What goes wrong with webhooks on their way, of one's own choosing and repeatable. */
export class Mishaps {
  #lost: Chance = never;
  #doubled: Chance = never;
  #shuffle: { size: number; draw: () => number } | null = null;
  #held: { delivery: StandInDelivery; send: Send }[] = [];

  /** Loses a share of them, 0.1 being a tenth. */
  lose(share: number, seed: string): void {
    this.#lost = { share, draw: seededChance(`lost ${seed}`) };
  }

  /** Sends a share of them twice, in the same bytes. */
  double(share: number, seed: string): void {
    this.#doubled = { share, draw: seededChance(`doubled ${seed}`) };
  }

  /** Keeps them back until there are `size`, and sends those in another order; `release` sends what is left. */
  shuffle(size: number, seed: string): void {
    this.#shuffle = { size, draw: seededChance(`shuffled ${seed}`) };
  }

  /** From now on all goes well. What is held back stays so until it is released. */
  end(): void {
    this.#lost = never;
    this.#doubled = never;
    this.#shuffle = null;
  }

  /** How many copies of the next one arrive. */
  copies(): 0 | 1 | 2 {
    if (this.#lost.draw() < this.#lost.share) return 0;
    return this.#doubled.draw() < this.#doubled.share ? 2 : 1;
  }

  /** Sends at once, or later with others. */
  async pass(delivery: StandInDelivery, send: Send): Promise<void> {
    if (!this.#shuffle) return send(delivery);
    this.#held.push({ delivery, send });
    if (this.#held.length >= this.#shuffle.size) await this.release();
  }

  async release(): Promise<void> {
    const held = this.#held;
    this.#held = [];
    const draw = this.#shuffle?.draw ?? (() => 0);
    const order = held.map((each) => ({ ...each, rank: draw() })).sort((one, other) => one.rank - other.rank);
    for (const { delivery, send } of order) await send(delivery);
  }
}
