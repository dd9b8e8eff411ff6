import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

/** Clients, whom an assistant answers for; contacts, who calls and books, with the numbers and addresses they are known by. */
export class Contacts1763700004000 implements MigrationInterface {
  name = 'Contacts1763700004000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    for (const table of ['clients', 'contacts', 'contact_identities']) {
      await protectTenantTable(runner, { table, grants: { ab_app: 'SELECT, INSERT, UPDATE, DELETE' } });
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact_identities, contacts, clients');
  }
}

const statements = [
  `CREATE TABLE clients (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT clients_workspace_fk REFERENCES workspaces (id),
    name text NOT NULL,
    email text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT clients_of_workspace UNIQUE (workspace_id, id)
  )`,
  `CREATE UNIQUE INDEX clients_name ON clients (workspace_id, lower(name))`,
  `CREATE TABLE contacts (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT contacts_workspace_fk REFERENCES workspaces (id),
    name text,
    time_zone text,
    memory text,
    memory_consent boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT contacts_of_workspace UNIQUE (workspace_id, id)
  )`,
  `CREATE INDEX contacts_page ON contacts (workspace_id, created_at DESC, id DESC)`,
  `CREATE TABLE contact_identities (
    workspace_id uuid NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    contact_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT contact_identities_pk PRIMARY KEY (workspace_id, kind, value),
    CONSTRAINT contact_identities_kind_check CHECK (kind IN ('phone', 'email')),
    CONSTRAINT contact_identities_contact_fk FOREIGN KEY (workspace_id, contact_id)
      REFERENCES contacts (workspace_id, id) ON DELETE CASCADE
  )`,
  `CREATE INDEX contact_identities_contact ON contact_identities (contact_id)`,
];
