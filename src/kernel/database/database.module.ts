import { Global, Injectable, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/index.js';
import { Drain, HealthChecks } from '../lifecycle/index.js';
import { watchPool, type ObservedPool } from '../observability/index.js';
import { createDataSource } from './data-source.js';
import { databaseConfig } from './database.config.js';
import { assertNoLeak, DatabaseFault } from './leak-check.js';
import { missingMigrations } from './migration-state.js';
import { UnitOfWork } from './unit-of-work.js';

/** Tells the probes how the database is, and closes the pool once everything above has stopped. */
@Injectable()
class DatabaseLifecycle {
  constructor(dataSource: DataSource, health: HealthChecks, drain: Drain) {
    health.add({
      name: 'database',
      check: async () => {
        await dataSource.query('SELECT 1');
      },
    });
    health.add({
      name: 'migrations',
      check: async () => {
        const missing = await missingMigrations(dataSource);
        if (missing.length > 0)
          throw new DatabaseFault(`Run "npm run migrate": ${missing.length} migration(s) missing.`);
      },
    });
    drain.during('connections', 'database', () => dataSource.destroy());
  }
}

async function openDataSource(config: Config): Promise<DataSource> {
  const { url, poolSize } = config.get(databaseConfig);
  const dataSource = await createDataSource({ url, poolSize }).initialize();
  watchPool('units_of_work', poolOf(dataSource));
  await assertNoLeak(dataSource);
  return dataSource;
}

/** TypeORM's types do not say that its driver has a `pg.Pool`. */
function poolOf({ driver }: DataSource): ObservedPool {
  if ('master' in driver && isPool(driver.master)) return driver.master;
  throw new Error('TypeORM keeps its connections elsewhere than in driver.master.');
}

function isPool(value: unknown): value is ObservedPool {
  return typeof value === 'object' && value !== null && 'totalCount' in value && 'waitingCount' in value;
}

@Global()
@Module({
  providers: [{ provide: DataSource, useFactory: openDataSource, inject: [Config] }, UnitOfWork, DatabaseLifecycle],
  exports: [DataSource, UnitOfWork],
})
export class DatabaseModule {}
