import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forceRowSecurity, grantAcrossTenants, protectTenantTable } from './tenancy.js';

/** Users, members, sessions, invitations, password resets, API keys. */
export class Accounts1763700002000 implements MigrationInterface {
  name = 'Accounts1763700002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(table);
    await protectUsers(runner);
    const accounts = { ab_accounts: 'SELECT, INSERT, UPDATE, DELETE' };
    await protectTenantTable(runner, {
      table: 'memberships',
      grants: { ab_app: 'SELECT, UPDATE (role, deleted_at)', ab_accounts: 'SELECT, INSERT, UPDATE' },
    });
    await protectTenantTable(runner, {
      table: 'sessions',
      grants: { ...accounts, ab_app: 'SELECT (workspace_id, user_id, revoked_at), UPDATE (revoked_at)', ab_admin: '' },
    });
    await protectTenantTable(runner, {
      table: 'invitations',
      grants: { ab_app: 'SELECT, INSERT, UPDATE, DELETE', ab_accounts: 'SELECT, UPDATE, DELETE' },
    });
    await protectTenantTable(runner, {
      table: 'api_keys',
      grants: { ab_app: 'SELECT, INSERT, UPDATE (revoked_at)', ab_accounts: 'SELECT, UPDATE (last_used_at)' },
    });
    await forceRowSecurity(runner, 'password_resets');
    await grantAcrossTenants(runner, 'password_resets', { ...accounts, ab_admin: '' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE password_resets, api_keys, invitations, sessions, memberships, users');
  }
}

/** A user belongs to no workspace: a workspace sees its members, past ones too since the audit names them. */
async function protectUsers(runner: QueryRunner): Promise<void> {
  await forceRowSecurity(runner, 'users');
  await runner.query(
    'CREATE POLICY tenant ON users FOR SELECT USING (EXISTS (SELECT FROM memberships m WHERE m.user_id = users.id))',
  );
  const visible = 'SELECT (id, email, name, locale, role, created_at, updated_at)';
  await grantAcrossTenants(runner, 'users', {
    ab_app: visible,
    ab_admin: visible,
    ab_accounts: 'SELECT, INSERT, UPDATE',
  });
}

const tables = [
  `CREATE TABLE users (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    name text NOT NULL,
    locale text NOT NULL,
    role text NOT NULL DEFAULT 'MEMBER',
    password_hash text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT users_role_check CHECK (role IN ('ADMIN', 'MEMBER')),
    CONSTRAINT users_email_check CHECK (email = lower(email))
  )`,
  `CREATE UNIQUE INDEX users_email ON users (email)`,
  `CREATE TABLE memberships (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT memberships_workspace_fk REFERENCES workspaces (id),
    user_id uuid NOT NULL CONSTRAINT memberships_user_fk REFERENCES users (id),
    role text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    CONSTRAINT memberships_role_check CHECK (role IN ('OWNER', 'MEMBER', 'VIEWER'))
  )`,
  `CREATE UNIQUE INDEX memberships_active ON memberships (workspace_id, user_id) WHERE deleted_at IS NULL`,
  `CREATE INDEX memberships_user ON memberships (user_id)`,
  `CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspaces (id),
    user_id uuid NOT NULL REFERENCES users (id),
    family_id uuid NOT NULL,
    kind text NOT NULL,
    access text NOT NULL,
    token_hash bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz,
    signed_in_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT sessions_kind_check CHECK (kind IN ('bearer', 'cookie')),
    CONSTRAINT sessions_access_check CHECK (access IN ('tenant', 'admin'))
  )`,
  `CREATE UNIQUE INDEX sessions_token ON sessions (token_hash)`,
  `CREATE INDEX sessions_family ON sessions (family_id)`,
  `CREATE INDEX sessions_user ON sessions (user_id)`,
  `CREATE TABLE invitations (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT invitations_workspace_fk REFERENCES workspaces (id),
    email text NOT NULL,
    role text NOT NULL,
    token_hash bytea NOT NULL,
    invited_by uuid,
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT invitations_role_check CHECK (role IN ('OWNER', 'MEMBER', 'VIEWER'))
  )`,
  `CREATE UNIQUE INDEX invitations_token ON invitations (token_hash)`,
  `CREATE TABLE api_keys (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL CONSTRAINT api_keys_workspace_fk REFERENCES workspaces (id),
    name text NOT NULL,
    prefix text NOT NULL,
    secret_hash bytea NOT NULL,
    permissions text[] NOT NULL,
    created_by uuid,
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX api_keys_secret ON api_keys (secret_hash)`,
  `CREATE INDEX api_keys_workspace ON api_keys (workspace_id)`,
  `CREATE TABLE password_resets (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id),
    token_hash bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX password_resets_token ON password_resets (token_hash)`,
];
