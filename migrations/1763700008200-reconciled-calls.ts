import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = 'reconciled_at, reconcile_attempts';

/** When a call without a report was last asked for at its platform, and how often; null for one that is given up. */
export class ReconciledCalls1763700008200 implements MigrationInterface {
  name = 'ReconciledCalls1763700008200';

  async up(runner: QueryRunner): Promise<void> {
    // An earlier form of the migration `Calls` made it so at once.
    if (await runner.hasColumn('calls', 'reconciled_at')) return;
    await runner.query('ALTER TABLE calls ADD reconciled_at timestamptz, ADD reconcile_attempts integer DEFAULT 0');
    await runner.query(`GRANT SELECT (${columns}), UPDATE (${columns}) ON calls TO ab_intake`);
    await runner.query('DROP INDEX calls_unreported');
    await runner.query(
      'CREATE INDEX calls_unreported ON calls (began_at) WHERE report_key IS NULL AND reconcile_attempts IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX calls_unreported');
    await runner.query('CREATE INDEX calls_unreported ON calls (began_at) WHERE report_key IS NULL');
    await runner.query('ALTER TABLE calls DROP reconciled_at, DROP reconcile_attempts');
  }
}
