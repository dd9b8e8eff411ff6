export { createDataSource, type DataSourceSettings } from './data-source.js';
export { databaseConfig } from './database.config.js';
export { DatabaseModule } from './database.module.js';
export { iso } from './iso.js';
export { DatabaseFault } from './leak-check.js';
export {
  definePersonalData,
  personalTables,
  type Erasure,
  type PersonalData,
  type PersonalTable,
  type Retention,
} from './personal-data.js';
export { createRolePool, type RolePoolOptions } from './role-pool.js';
export { runMigrations } from './run-migrations.js';
export { afterCommit, managerOf, sql, type NamedStatement } from './transaction.js';
export { UnitOfWork } from './unit-of-work.js';
export { workspaceOf } from './workspace-of.js';
