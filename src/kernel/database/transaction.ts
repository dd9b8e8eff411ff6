import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Access, RequestContext, Transaction } from '../context/index.js';

/** A statement that PostgreSQL prepares once per connection under its name. */
export interface NamedStatement {
  name: string;
  text: string;
}

/** The transaction of a unit of work: the entity manager, and the bare connection for hot statements. */
export class OpenTransaction implements Transaction {
  readonly id = Symbol('transaction');
  readonly #afterCommit: (() => void | Promise<void>)[] = [];

  constructor(
    readonly runner: QueryRunner,
    readonly client: PoolClient,
    readonly access: Access,
  ) {}

  afterCommit(effect: () => void | Promise<void>): void {
    this.#afterCommit.push(effect);
  }

  async runAfterCommit(): Promise<void> {
    for (const effect of this.#afterCommit) await effect();
  }
}

/** @throws Error when the context has no open unit of work: a fault of the caller, never of the client. */
function transactionOf(ctx: RequestContext): OpenTransaction {
  if (ctx.tx instanceof OpenTransaction) return ctx.tx;
  throw new Error('No unit of work is open: call this inside unitOfWork.run(ctx, …) and pass on its context.');
}

export function managerOf(ctx: RequestContext): EntityManager {
  return transactionOf(ctx).runner.manager;
}

/** Runs one statement on the transaction's own connection; a named one is prepared once per connection. */
export async function sql<Row extends QueryResultRow>(
  ctx: RequestContext,
  statement: NamedStatement | string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { client } = transactionOf(ctx);
  const query = typeof statement === 'string' ? { text: statement } : statement;
  const result = await client.query<Row>({ ...query, values: [...values] });
  return result.rows;
}

/** Runs an effect after the unit of work has committed, and not at all when it rolls back: live events, jobs. */
export function afterCommit(ctx: RequestContext, effect: () => void | Promise<void>): void {
  transactionOf(ctx).afterCommit(effect);
}
