import { DataSource, getMetadataArgsStorage, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

/** Every class that a module has decorated with `@Entity()` and that has been imported by now. */
function decoratedEntities() {
  return getMetadataArgsStorage().tables.map((table) => table.target);
}

export interface DataSourceSettings {
  url: string;
  poolSize?: number | undefined;
  applicationName?: string | undefined;
}

/** The one place that configures TypeORM; the schema comes from migrations only. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: settings.url,
    entities: decoratedEntities(),
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    logging: false,
    poolSize: settings.poolSize ?? 10,
    applicationName: settings.applicationName ?? 'agent-builder',
    extra: { keepAlive: true, connectionTimeoutMillis: 5_000 },
  };
  return new DataSource(options);
}
