import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/kernel/database/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { connectSuperuser } from '../support/every-row.js';

let database: TestDatabase;
let dataSource: DataSource;
let superuser: Client;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
  superuser = await connectSuperuser(database.url);
});
afterEach(async () => {
  await superuser.end();
  await dataSource.destroy();
  await database.drop();
});

/** Columns, indexes, constraints, policies and grants of the application's tables, as PostgreSQL describes them. */
async function describeSchema(): Promise<string[]> {
  const { rows } = await superuser.query<{ line: string }>(`
    SELECT concat_ws(' ', 'column', c.relname, attname, format_type(atttypid, atttypmod), attnotnull, attcompression,
        attstorage, pg_get_expr(adbin, adrelid)) AS line
      FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND adnum = attnum
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', tablename, policyname, roles, cmd, qual, with_check) FROM pg_policies
    UNION ALL SELECT concat_ws(' ', table_name, column_name, grantee, privilege_type)
      FROM information_schema.column_privileges WHERE table_schema = 'public'
    ORDER BY line`);
  return rows.map(({ line }) => line);
}

async function undoBackTo(migration: string): Promise<void> {
  for (let left = dataSource.migrations.length; left > 0; left -= 1) {
    const { rows } = await superuser.query<{ name: string }>('SELECT name FROM migrations ORDER BY id DESC LIMIT 1');
    if (rows[0]?.name === migration) return;
    await dataSource.undoLastMigration();
  }
}

describe('Migrations', () => {
  it('lead back to the beginning, and from there to the same schema', async () => {
    const [first] = dataSource.migrations;
    const before = await describeSchema();
    expect(before.length).toBeGreaterThan(200);
    await undoBackTo(first?.name ?? '');
    expect((await describeSchema()).filter((line) => !line.includes('migrations'))).toEqual([]);
    await dataSource.runMigrations();
    expect(await describeSchema()).toEqual(before);
  });

  it('keep what waits: events that are to be worked on, now or later', async () => {
    await undoBackTo('Usage1763700008000');
    const events = [
      ['received', 'RECEIVED', '-1 minute'],
      ['held by a worker', 'RECEIVED', '10 seconds'],
      ['failed and due', 'FAILED', '-1 minute'],
      ['failed', 'FAILED', '10 minutes'],
      ['done', 'PROCESSED', '-1 minute'],
    ];
    for (const [name, status, due] of events) {
      await superuser.query(
        `INSERT INTO webhook_events (id, workspace_id, source, account, dedup_key, external_id, type, request_id, status, available_at)
        SELECT gen_random_uuid(), id, 'test', 'a', convert_to($1, 'UTF8'), $1, 'note', 'r', $2, now() + $3::interval
        FROM workspaces LIMIT 1`,
        [name, status, due],
      );
    }
    const stands = async () => {
      const { rows } = await superuser.query<{ name: string; pending: boolean; later: boolean }>(
        `SELECT external_id AS name, p.event_id IS NOT NULL AS pending, retry_at > now() AS later
        FROM webhook_events LEFT JOIN webhook_pending p ON p.event_id = id ORDER BY external_id`,
      );
      return Object.fromEntries(
        rows.map(({ name, pending, later }) => [name, pending ? 'now' : later ? 'later' : 'no']),
      );
    };
    await dataSource.runMigrations();
    const expected = {
      received: 'now',
      'held by a worker': 'now',
      'failed and due': 'now',
      failed: 'later',
      done: 'no',
    };
    expect(await stands()).toEqual(expected);
    await undoBackTo('Usage1763700008000');
    await dataSource.runMigrations();
    expect(await stands()).toEqual(expected);
  });
});
