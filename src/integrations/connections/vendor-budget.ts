import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import { RateLimited } from '../../kernel/errors/index.js';
import type { RateLimit } from '../core/connector.js';

const longestWaitMs = 5_000;
/** A process takes so much of a vendor's limit at once, so that most calls ask nobody. */
const share = 0.1;
/** Of a small limit nothing is taken in advance: what is not used in time is lost. */
const smallLimit = 100;

/** Takes what is there, up to what is wanted; what came in since the last count is added first. */
const take = {
  name: 'vendor-budgets-take',
  text: `INSERT INTO vendor_budgets AS b (workspace_id, connection_id, per_ms, limit_group, left_over, counted_at)
    VALUES ($1, $2, $3, $6, $4::float8 - $5::float8, now())
    ON CONFLICT (workspace_id, connection_id, per_ms, limit_group) DO UPDATE SET
      left_over = least($4::float8, b.left_over + $4::float8 * extract(epoch FROM now() - b.counted_at) * 1000 / $3)
        - $5::float8,
      counted_at = now()
    WHERE least($4::float8, b.left_over + $4::float8 * extract(epoch FROM now() - b.counted_at) * 1000 / $3) >= $5::float8
    RETURNING left_over`,
};

interface Purse {
  left: number;
  /** What was taken and not used by then is the vendor's again. */
  until: number;
}

/** Keeps all processes together below what a vendor takes from one connection. */
@Injectable()
export class VendorBudget {
  readonly #purses = new Map<string, Purse>();
  readonly #filling = new Map<string, Promise<boolean>>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Waits for a turn.
   *
   * @throws RateLimited when it would come too late.
   */
  async spend(ctx: RequestContext, connectionId: string, limits: readonly RateLimit[]): Promise<void> {
    for (const limit of limits) {
      const deadline = Date.now() + longestWaitMs;
      while (!(await this.spendOne(ctx, connectionId, limit))) {
        const waitMs = Math.max(50, Math.ceil((2 * limit.perMs) / limit.requests));
        if (Date.now() + waitMs > deadline) throw new RateLimited(waitMs);
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  /** @returns false when nothing is left just now. */
  private async spendOne(ctx: RequestContext, connectionId: string, limit: RateLimit): Promise<boolean> {
    const key = keyOf(connectionId, limit);
    for (;;) {
      const purse = this.#purses.get(key);
      if (purse && purse.left > 0 && purse.until > Date.now()) {
        purse.left -= 1;
        return true;
      }
      // One of those who wait fills the purse for all; else each would take a share and leave most of it unused.
      const filling = this.#filling.get(key) ?? this.fill(ctx, connectionId, limit);
      this.#filling.set(key, filling);
      if (!(await filling)) return false;
    }
  }

  private async fill(ctx: RequestContext, connectionId: string, limit: RateLimit): Promise<boolean> {
    const key = keyOf(connectionId, limit);
    try {
      const wanted = limit.requests < smallLimit ? 1 : Math.floor(limit.requests * share);
      for (const amount of new Set([wanted, 1])) {
        if (!(await this.take(ctx, connectionId, { limit, amount }))) continue;
        this.keep(key, { left: amount, until: Date.now() + limit.perMs * share });
        return true;
      }
      return false;
    } finally {
      this.#filling.delete(key);
    }
  }

  private async take(
    ctx: RequestContext,
    connectionId: string,
    { limit, amount }: { limit: RateLimit; amount: number },
  ): Promise<boolean> {
    // Half may come at once and half flows in: so no window of the vendor's, wherever it begins, sees more than it takes.
    const half = Math.max(1, limit.requests / 2);
    const values = [ctx.workspaceId, connectionId, limit.perMs, half, amount, limit.group?.name ?? ''];
    const rows = await this.unitOfWork.run({ ...ctx, tx: undefined }, (tx) => sql(tx, take, values));
    return rows.length > 0;
  }

  private keep(key: string, purse: Purse): void {
    if (this.#purses.size > 10_000) this.#purses.clear();
    this.#purses.set(key, purse);
  }
}

function keyOf(connectionId: string, { perMs, group }: RateLimit): string {
  return `${connectionId} ${perMs} ${group?.name ?? ''}`;
}
