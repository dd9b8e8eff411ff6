import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { Config } from '../kernel/config/index.js';
import { createRolePool, databaseConfig, type NamedStatement } from '../kernel/database/index.js';
import { Drain } from '../kernel/lifecycle/index.js';

/**
 * Single prepared statements of the role `ab_accounts`, one round trip each: who a token belongs to, how many attempts an
 * address has made. Whatever changes more than one row goes through a unit of work instead.
 */
@Injectable()
export class AccountsPool {
  readonly #pool: Pool;

  constructor(config: Config, drain: Drain) {
    this.#pool = createRolePool({
      url: config.get(databaseConfig).url,
      role: 'ab_accounts',
      max: 4,
      applicationName: 'agent-builder accounts',
    });
    drain.during('connections', 'accounts.pool', () => this.#pool.end());
  }

  async query<Row extends QueryResultRow>(statement: NamedStatement, values: readonly unknown[]): Promise<Row[]> {
    return (await this.#pool.query<Row>({ ...statement, values: [...values] })).rows;
  }
}
