import {
  assertSchemaCompatibility,
  LATEST_SCHEMA_VERSION,
  runMigrations,
  SchemaMigrationRequiredError,
  type PgQueryable,
} from 'bullmq';
import { Client } from 'pg';

export const queueSchema = 'bullmq';

export async function isQueueSchemaCurrent(client: PgQueryable): Promise<boolean> {
  try {
    return (await assertSchemaCompatibility(client, queueSchema)) >= LATEST_SCHEMA_VERSION;
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return false;
    throw error;
  }
}

/** Makes BullMQ's tables in PostgreSQL, or brings them up to date. Several processes may do so at once; one does it. */
export async function migrateQueue(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'agent-builder queue migrations' });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
  } finally {
    await client.end();
  }
}
