import { escapeLiteral, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/** TypeORM's hold on one connection, whose transaction begins with its settings in a single round trip. */
export class UnitRunner extends PostgresQueryRunner {
  static of(dataSource: DataSource): UnitRunner {
    const { driver } = dataSource;
    if (!(driver instanceof PostgresDriver)) throw new Error('Units of work run on PostgreSQL only.');
    const runner = new UnitRunner(driver, 'master');
    return Object.assign(runner, { manager: dataSource.createEntityManager(runner) });
  }

  /** @param settings hold until the transaction ends, by name; `role` is the role to take. */
  async begin(settings: Readonly<Record<string, string>>): Promise<PoolClient> {
    const client: unknown = await this.connect();
    if (!isClient(client)) throw new Error('TypeORM gave no PostgreSQL connection.');
    const statements = Object.entries(settings).map(([name, value]) => `SET LOCAL ${name} = ${escapeLiteral(value)}`);
    this.isTransactionActive = true;
    this.transactionDepth = 1;
    await client.query(['START TRANSACTION', ...statements].join('; '));
    return client;
  }
}

/** TypeORM types the driver's connection as anything. */
function isClient(value: unknown): value is PoolClient {
  return typeof value === 'object' && value !== null && 'query' in value;
}
