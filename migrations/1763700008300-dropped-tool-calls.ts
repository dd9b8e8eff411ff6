import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way to tool calls that nobody has ended, for those whose process died. */
export class DroppedToolCalls1763700008300 implements MigrationInterface {
  name = 'DroppedToolCalls1763700008300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX IF NOT EXISTS tool_invocations_pending ON tool_invocations (lease_until) WHERE state = 'pending'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX tool_invocations_pending');
  }
}
