import type { DataSource } from 'typeorm';

/** The names of the migrations that the database lacks. */
export async function missingMigrations(dataSource: DataSource): Promise<string[]> {
  const applied = await appliedMigrations(dataSource);
  return dataSource.migrations.map(({ name = '' }) => name).filter((name) => !applied.has(name));
}

async function appliedMigrations(dataSource: DataSource): Promise<Set<string>> {
  const [table] = await dataSource.query<{ known: string | null }[]>(`SELECT to_regclass('migrations')::text AS known`);
  if (!table?.known) return new Set();
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations');
  return new Set(rows.map((row) => row.name));
}
