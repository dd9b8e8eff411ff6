import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRole } from './1763700000000-roles.js';
import { grantAcrossTenants, protectTenantTable } from './tenancy.js';

/** What the role may see and change of each table: the sealed values, and what they are bound to. */
const sealed = {
  outgoing_mails: { sees: 'id, workspace_id, sealed', changes: 'sealed' },
  idempotency_keys: { sees: 'id, workspace_id, reply', changes: 'reply' },
  webhook_endpoints: {
    sees: 'id, workspace_id, secret, previous_secret',
    changes: 'secret, previous_secret',
  },
  integration_connections: {
    sees: 'id, workspace_id, agent_key, integration_key, secrets, access_grant',
    changes: 'secrets, access_grant',
  },
  integration_authorizations: { sees: 'state_hash, workspace_id, connection_id, verifier', changes: 'verifier' },
};

/** A role that moves sealed values from one master key to the next, and the record of such moves. */
export class KeyRotation1763700012000 implements MigrationInterface {
  name = 'KeyRotation1763700012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createRole('ab_vault'));
    await runner.query('GRANT USAGE ON SCHEMA public TO ab_vault');
    for (const [table, { sees, changes }] of Object.entries(sealed)) {
      const grant = `SELECT (${sees}), UPDATE (${changes})`;
      await grantAcrossTenants(runner, table, { ab_admin: '', ab_vault: grant });
    }
    await runner.query(`CREATE TABLE key_rotations (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspaces (id),
      key_id text NOT NULL,
      with_data_keys boolean NOT NULL,
      moved integer NOT NULL DEFAULT 0,
      failed integer NOT NULL DEFAULT 0,
      started_at timestamptz NOT NULL DEFAULT now(),
      finished_at timestamptz
    )`);
    await protectTenantTable(runner, {
      table: 'key_rotations',
      grants: { ab_vault: 'SELECT, INSERT, UPDATE (moved, failed, finished_at)' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE key_rotations');
    for (const table of Object.keys(sealed)) {
      await runner.query(`DROP POLICY ab_vault ON ${table}`);
      await runner.query(`REVOKE ALL ON ${table} FROM ab_vault`);
    }
    // The role stays: it lives in the cluster, which other databases share.
    await runner.query('REVOKE USAGE ON SCHEMA public FROM ab_vault');
  }
}
