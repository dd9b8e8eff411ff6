import { Client } from 'pg';
import { createDataSource } from './data-source.js';

/** Any fixed number; it keeps two processes from migrating one database at once. */
const lockKey = 7_342_001;

/**
 * Applies what is missing, oldest first, under an advisory lock.
 *
 * @returns the names of the migrations applied now.
 */
export async function runMigrations(url: string): Promise<string[]> {
  return withMigrationLock(url, async () => {
    const dataSource = await createDataSource({ url, poolSize: 2 }).initialize();
    try {
      return (await dataSource.runMigrations()).map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  });
}

async function withMigrationLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'agent-builder migrations' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    return await work();
  } finally {
    await client.end();
  }
}
