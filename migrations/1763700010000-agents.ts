import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** What workspaces have changed about their specialists; null stands for what the catalogue says. */
export class Agents1763700010000 implements MigrationInterface {
  name = 'Agents1763700010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE agents (
      workspace_id uuid NOT NULL CONSTRAINT agents_workspace_fk REFERENCES workspaces (id),
      key text NOT NULL,
      name text,
      instructions text,
      enabled boolean,
      model_provider text,
      model text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace_id, key)
    )`);
    await protectTenantTable(runner, { table: 'agents', grants: { ab_app: 'SELECT, INSERT, UPDATE' } });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE agents');
  }
}
