import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** Mails that are still to be sent: written with what caused them, deleted once they are sent. */
export class OutgoingMails1763700009000 implements MigrationInterface {
  name = 'OutgoingMails1763700009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE outgoing_mails (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspaces (id),
      sealed text NOT NULL,
      queued_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query('CREATE INDEX outgoing_mails_queued ON outgoing_mails (queued_at)');
    // A workspace writes mail and never reads it: the links in it are for the eyes of their recipients.
    await protectTenantTable(runner, {
      table: 'outgoing_mails',
      grants: { ab_app: 'INSERT', ab_accounts: 'SELECT, INSERT, UPDATE (queued_at), DELETE', ab_admin: '' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outgoing_mails');
  }
}
