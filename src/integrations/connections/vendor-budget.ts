import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { RateLimited } from '../../kernel/errors/index.js';
import type { Priority } from '../access/connection-client.js';
import type { RateLimit } from '../core/connector.js';
import { VendorBudgetRepository, type Bucket } from './vendor-budget.repository.js';

/** How requests of one priority spend. */
interface Manner {
  longestWaitMs: number;
  /** At most so long until another look. */
  lookEveryMs: number;
  /** A process takes so much of a limit at once, so that most calls ask nobody. What it does not use in time is lost. */
  share: number;
  /** The part of what may come at once that it does not touch. */
  leaves: number;
  /** Whose purses it may take from, its own first. */
  purses: readonly Spender[];
}

type Spender = Priority | 'usual';

const manners: Readonly<Record<Spender, Manner>> = {
  usual: { longestWaitMs: 5_000, lookEveryMs: Infinity, share: 0.1, leaves: 0, purses: ['usual'] },
  // A caller's requests are few and far between: of a large share most would be lost.
  urgent: {
    longestWaitMs: 1_500,
    lookEveryMs: 250,
    share: 0.04,
    leaves: 0,
    purses: ['urgent', 'usual', 'background'],
  },
  background: { longestWaitMs: 5_000, lookEveryMs: Infinity, share: 0.1, leaves: 0.4, purses: ['background'] },
};

/** Of a small limit nothing is taken in advance. */
const smallLimit = 100;
/** How long a purse holds, in periods of its limit; what was taken and not used by then is the vendor's again. */
const purseLife = 0.1;

interface Purse {
  left: number;
  until: number;
}

/** What one request counts against. */
export interface Spending {
  /** Whose limits they are: a connection, by its id. */
  account: string;
  limits: readonly RateLimit[];
  /** Without one nothing is kept free for others, and it waits as long as `background`. */
  priority?: Priority | undefined;
}

interface Wanted {
  account: string;
  limit: RateLimit;
  spender: Spender;
}

/** Keeps all processes together below what a vendor takes from one account, and something in hand for those who wait for it. */
@Injectable()
export class VendorBudget {
  readonly #purses = new Map<string, Purse>();
  readonly #filling = new Map<string, Promise<boolean>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: VendorBudgetRepository,
  ) {}

  /**
   * Waits for a turn.
   *
   * @throws RateLimited when it would come too late.
   */
  async spend(ctx: RequestContext, { account, limits, priority }: Spending): Promise<void> {
    const spender: Spender = priority ?? 'usual';
    const { longestWaitMs, lookEveryMs } = manners[spender];
    const deadline = Date.now() + longestWaitMs;
    for (const limit of limits) {
      while (!(await this.spendOne(ctx, { account, limit, spender }))) {
        const nextMs = Math.max(50, Math.ceil(limit.perMs / bucketOf(account, limit).flowsIn));
        const waitMs = Math.min(nextMs, lookEveryMs);
        if (Date.now() + waitMs > deadline) throw new RateLimited(nextMs);
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  /** @returns false when nothing is left just now. */
  private async spendOne(ctx: RequestContext, wanted: Wanted): Promise<boolean> {
    const key = keyOf(wanted);
    for (;;) {
      if (this.spendPurse(wanted)) return true;
      // One of those who wait fills the purse for all; else each would take a share and leave most of it unused.
      const filling = this.#filling.get(key) ?? this.fill(ctx, wanted);
      this.#filling.set(key, filling);
      if (!(await filling)) return false;
    }
  }

  private spendPurse(wanted: Wanted): boolean {
    for (const spender of manners[wanted.spender].purses) {
      const purse = this.#purses.get(keyOf({ ...wanted, spender }));
      if (!purse || purse.left <= 0 || purse.until <= Date.now()) continue;
      purse.left -= 1;
      return true;
    }
    return false;
  }

  private async fill(ctx: RequestContext, wanted: Wanted): Promise<boolean> {
    const { limit, spender } = wanted;
    const { share } = manners[spender];
    try {
      const most = limit.requests < smallLimit ? 1 : Math.floor(limit.requests * share);
      for (const amount of new Set([most, 1])) {
        // It ends by when it may have been counted, not by when we heard of it.
        const until = Date.now() + limit.perMs * purseLife;
        if (!(await this.take(ctx, wanted, amount))) continue;
        this.keep(keyOf(wanted), { left: amount, until });
        return true;
      }
      return false;
    } finally {
      this.#filling.delete(keyOf(wanted));
    }
  }

  private take(ctx: RequestContext, { account, limit, spender }: Wanted, amount: number): Promise<boolean> {
    const bucket = bucketOf(account, limit);
    // Whoever leaves something must still be able to take one when all is there.
    const leaves = Math.min(bucket.holds * manners[spender].leaves, bucket.holds - 1);
    return this.unitOfWork.run({ ...ctx, tx: undefined }, (tx) => this.repository.take(tx, bucket, { amount, leaves }));
  }

  private keep(key: string, purse: Purse): void {
    if (this.#purses.size > 10_000) this.#purses.clear();
    this.#purses.set(key, purse);
  }
}

/**
 * Half may come at once, and the rest flows in over a period and the life of a purse: so no period of the vendor's, wherever
 * it begins, sees more than it takes.
 */
function bucketOf(account: string, { requests, perMs, group }: RateLimit): Bucket {
  const holds = Math.max(1, requests / 2);
  const flowsIn = requests / 2 / (1 + purseLife);
  return { account, group: group?.name ?? '', perMs, holds, flowsIn };
}

function keyOf({ account, limit: { perMs, group }, spender }: Wanted): string {
  return `${account} ${perMs} ${group?.name ?? ''} ${spender}`;
}
