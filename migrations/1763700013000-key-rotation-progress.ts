import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a rotation stands, so that a run that was cut off goes on from there instead of from the beginning. */
export class KeyRotationProgress1763700013000 implements MigrationInterface {
  name = 'KeyRotationProgress1763700013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE key_rotations ADD COLUMN done_to text[]');
    await runner.query('GRANT UPDATE (done_to) ON key_rotations TO ab_vault');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE key_rotations DROP COLUMN done_to');
  }
}
