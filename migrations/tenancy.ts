import type { QueryRunner } from 'typeorm';

/** The database roles of a unit of work; none may log in, none bypasses row-level security. */
export type Role = 'ab_app' | 'ab_intake' | 'ab_accounts' | 'ab_admin' | 'ab_search' | 'ab_vault';

/** Null, and so no row at all, while no workspace is set. The sub-select makes the planner evaluate it once a query. */
export const currentWorkspace = `(SELECT nullif(current_setting('app.workspace_id', true), '')::uuid)`;

/** What a role may do with a table, as GRANT spells it: `SELECT, INSERT, UPDATE (name)`. */
export type Grants = Partial<Record<Role, string>>;

export interface TenantTable {
  table: string;
  grants: Grants;
  /** The column that names the tenant; `workspace_id` but for `workspaces` itself. */
  column?: string;
}

/**
 * Forces row-level security on a table: `ab_app` sees the workspace of its transaction, the other granted roles see all
 * rows of what they are granted. Their policies name `current_user`, since `TO role USING (true)` would hold for every
 * login that inherits the role (docs/adr/0002-database-roles.md).
 */
export async function protectTenantTable(runner: QueryRunner, { table, grants, column = 'workspace_id' }: TenantTable) {
  await forceRowSecurity(runner, table);
  await runner.query(
    `CREATE POLICY tenant ON ${table} USING (${column} = ${currentWorkspace}) WITH CHECK (${column} = ${currentWorkspace})`,
  );
  await grantAcrossTenants(runner, table, grants);
}

export async function forceRowSecurity(runner: QueryRunner, table: string) {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}

/** Grants, and for every role but `ab_app` a policy over all rows; `ab_admin` can only read. */
export async function grantAcrossTenants(runner: QueryRunner, table: string, grants: Grants) {
  for (const [role, grant] of Object.entries({ ab_admin: 'SELECT', ...grants })) {
    if (grant === '') continue;
    await runner.query(`GRANT ${grant} ON ${table} TO ${role}`);
    if (role === 'ab_app') continue;
    const command = role === 'ab_admin' || role === 'ab_search' ? 'FOR SELECT' : '';
    await runner.query(`CREATE POLICY ${role} ON ${table} ${command} TO ${role} USING (current_user = '${role}')`);
  }
}
