import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that callers merely say are kept apart from those by which people are known. */
export class UnprovenIdentities1763700016000 implements MigrationInterface {
  name = 'UnprovenIdentities1763700016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact_identities ADD COLUMN unproven boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the column they would identify people.
    await runner.query('ALTER TABLE contact_identities NO FORCE ROW LEVEL SECURITY');
    await runner.query('DELETE FROM contact_identities WHERE unproven');
    await runner.query('ALTER TABLE contact_identities FORCE ROW LEVEL SECURITY');
    await runner.query('ALTER TABLE contact_identities DROP COLUMN unproven');
  }
}
