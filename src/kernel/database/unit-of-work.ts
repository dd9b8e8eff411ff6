import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Access, RequestContext } from '../context/index.js';
import { OpenTransaction } from './transaction.js';
import { UnitRunner } from './unit-runner.js';

const roleOf: Record<Access, string> = {
  tenant: 'ab_app',
  intake: 'ab_intake',
  accounts: 'ab_accounts',
  admin: 'ab_admin',
  vault: 'ab_vault',
};

// A plan that is kept may have been made for an empty table: by index is always the right way to a key.
const planning = { each: {}, once: { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off' } } as const;

export interface UnitOptions {
  /**
   * `once` for hot paths of named statements that go by keys: their plans are made once per connection instead of for each
   * set of values, which can cost more than running them (docs/performance.md). Not for searches with filters.
   */
  plans?: 'each' | 'once';
}

/**
 * The only way to tenant data: one transaction that takes the role and the workspace of its context, locally, so that
 * nothing leaks to the next user of the pooled connection.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction. The context passed on carries it; a nested call with that context joins it.
   * One connection never runs two queries at once: do not start two statements of a unit in parallel.
   */
  async run<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>, options: UnitOptions = {}): Promise<T> {
    if (ctx.tx) return this.join(ctx, work);
    const { result, transaction } = await this.commit(ctx, work, options);
    await transaction.runAfterCommit();
    return result;
  }

  private async commit<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>, options: UnitOptions) {
    const runner = UnitRunner.of(this.dataSource);
    try {
      const transaction = await this.begin(runner, ctx, options);
      const result = await work({ ...ctx, tx: transaction });
      await runner.commitTransaction();
      return { result, transaction };
    } catch (error) {
      // A failed roll-back means a dead connection, which rolls back by itself; the first error is the one to tell.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async join<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    if (ctx.tx instanceof OpenTransaction && ctx.tx.access !== ctx.access) {
      throw new Error(`A unit of work with access "${ctx.tx.access}" cannot be joined with access "${ctx.access}".`);
    }
    return work(ctx);
  }

  private async begin(
    runner: UnitRunner,
    ctx: RequestContext,
    { plans = 'each' }: UnitOptions,
  ): Promise<OpenTransaction> {
    const tenancy = { role: roleOf[ctx.access], 'app.workspace_id': ctx.workspaceId };
    const client = await runner.begin({ ...tenancy, ...planning[plans] });
    return new OpenTransaction(runner, client, ctx.access);
  }
}
