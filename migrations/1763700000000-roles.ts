import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = ['ab_app', 'ab_intake', 'ab_accounts', 'ab_admin', 'ab_search'];

/** Roles live in the cluster, not in the database: made if absent, never dropped. */
export class Roles1763700000000 implements MigrationInterface {
  name = 'Roles1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const role of roles) await runner.query(createRole(role));
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${roles.join(', ')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE USAGE ON SCHEMA public FROM ${roles.join(', ')}`);
  }
}

/** From PostgreSQL 16 on the login can be kept from inheriting what it may switch to. Another migration may run at the same time in another database of the cluster. */
export function createRole(role: string): string {
  return `DO $$ BEGIN
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN NOBYPASSRLS; END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF current_setting('server_version_num')::int >= 160000 THEN
      IF NOT pg_has_role(current_user, '${role}', 'SET') THEN
        EXECUTE 'GRANT ${role} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE';
      END IF;
    ELSIF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN
      EXECUTE 'GRANT ${role} TO CURRENT_USER';
    END IF;
  END $$`;
}
