import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** Workspaces, and the deployment's own one for what no workspace owns yet. */
export class Workspaces1763700001000 implements MigrationInterface {
  name = 'Workspaces1763700001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE workspaces (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      locale text NOT NULL,
      time_zone text NOT NULL,
      currency text NOT NULL,
      retention_days integer,
      deployment boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT workspaces_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
      CONSTRAINT workspaces_retention_days_check CHECK (retention_days > 0)
    )`);
    await runner.query(`CREATE UNIQUE INDEX workspaces_deployment ON workspaces (deployment) WHERE deployment`);
    await runner.query(`INSERT INTO workspaces (id, name, locale, time_zone, currency, deployment)
      VALUES ('00000000-0000-7000-8000-000000000000', 'Deployment', 'fr-FR', 'Europe/Paris', 'EUR', true)`);
    await protectTenantTable(runner, {
      table: 'workspaces',
      column: 'id',
      grants: {
        ab_app: 'SELECT, UPDATE (name, locale, time_zone, currency, retention_days, updated_at)',
        ab_accounts: 'SELECT, INSERT',
        ab_intake: 'SELECT',
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE workspaces');
  }
}
