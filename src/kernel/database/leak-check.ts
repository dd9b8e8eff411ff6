import type { DataSource } from 'typeorm';

/** What is wrong with the database login, in a line that says what to do. */
export class DatabaseFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseFault';
  }
}

/**
 * Refuses a login that sees tenant rows outside a unit of work: a superuser, a role with BYPASSRLS, or a careless policy.
 *
 * @throws DatabaseFault naming the table that leaks.
 */
export async function assertNoLeak(dataSource: DataSource): Promise<void> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relforcerowsecurity AND has_table_privilege(c.oid, 'SELECT')`,
  );
  if (tables.length === 0) return;
  const probes = tables.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM "${name}")`);
  const [leak] = await dataSource.query<{ name: string }[]>(probes.join(' UNION ALL '));
  if (leak) {
    throw new DatabaseFault(
      `The database login sees rows of "${leak.name}" outside any workspace. Use a login that is no superuser and has no BYPASSRLS.`,
    );
  }
}
