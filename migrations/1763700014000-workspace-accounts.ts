import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schedulers find the workspaces that connected something for themselves, and the accounts of the operator's environment,
 * which have no connection, get budgets under keys of their own.
 */
export class WorkspaceAccounts1763700014000 implements MigrationInterface {
  name = 'WorkspaceAccounts1763700014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT (integration_key, agent_key, created_at) ON integration_connections TO ab_intake');
    await runner.query(`CREATE INDEX integration_connections_own ON integration_connections (integration_key, workspace_id)
      WHERE agent_key IS NULL`);
    await runner.query('ALTER TABLE vendor_budgets DROP CONSTRAINT vendor_budgets_connection_id_fkey');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'REVOKE SELECT (integration_key, agent_key, created_at) ON integration_connections FROM ab_intake',
    );
    await runner.query('DROP INDEX integration_connections_own');
    // What is left of limits is worth nothing a little later.
    await runner.query('TRUNCATE vendor_budgets');
    await runner.query(`ALTER TABLE vendor_budgets ADD CONSTRAINT vendor_budgets_connection_id_fkey
      FOREIGN KEY (connection_id) REFERENCES integration_connections (id) ON DELETE CASCADE`);
  }
}
