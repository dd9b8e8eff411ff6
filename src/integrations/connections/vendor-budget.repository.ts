import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

/** A limit as a bucket: so much may be in it at most, and so much flows in per period. */
export interface Bucket {
  account: string;
  /** Where an account has several limits of one period. */
  group: string;
  perMs: number;
  holds: number;
  flowsIn: number;
}

const inflow = 'b.left_over + $8::float8 * extract(epoch FROM now() - b.counted_at) * 1000 / $3';

/** Takes what is wanted if as much as has to stay is left then; what came in since the last count is added first. */
const take = {
  name: 'vendor-budgets-take',
  text: `INSERT INTO vendor_budgets AS b (workspace_id, connection_id, per_ms, limit_group, left_over, counted_at)
    VALUES ($1, $2, $3, $6, $4::float8 - $5::float8, now())
    ON CONFLICT (workspace_id, connection_id, per_ms, limit_group) DO UPDATE SET
      left_over = least($4::float8, ${inflow}) - $5::float8, counted_at = now()
    WHERE least($4::float8, ${inflow}) - $5::float8 >= $7::float8
    RETURNING left_over`,
};

@Injectable()
export class VendorBudgetRepository {
  /** @returns false when there is not so much, and nothing was taken. */
  async take(
    ctx: RequestContext,
    { account, group, perMs, holds, flowsIn }: Bucket,
    { amount, leaves }: { amount: number; leaves: number },
  ): Promise<boolean> {
    const values = [ctx.workspaceId, account, perMs, holds, amount, group, leaves, flowsIn];
    return (await sql(ctx, take, values)).length > 0;
  }
}
