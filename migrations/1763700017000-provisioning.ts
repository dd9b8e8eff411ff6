import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this server has put into an assistant at Vapi, what has been found to differ, and when either was last looked at. */
export class Provisioning1763700017000 implements MigrationInterface {
  name = 'Provisioning1763700017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE voice_assistants
      ADD COLUMN vapi_belongings jsonb, ADD COLUMN drift jsonb, ADD COLUMN sync_at timestamptz`);
    await runner.query('GRANT SELECT (route, sync_state, sync_at, updated_at) ON voice_assistants TO ab_intake');
    await runner.query(`CREATE INDEX voice_assistants_unsettled ON voice_assistants (workspace_id)
      WHERE sync_state = 'PENDING'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX voice_assistants_unsettled');
    await runner.query('REVOKE SELECT (route, sync_state, sync_at, updated_at) ON voice_assistants FROM ab_intake');
    await runner.query(`ALTER TABLE voice_assistants
      DROP COLUMN vapi_belongings, DROP COLUMN drift, DROP COLUMN sync_at`);
  }
}
