import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Tables that hold nothing of any tenant. */
const untenanted = new Set(['migrations', 'rate_counters']);

interface TableFacts {
  name: string;
  forced: boolean;
  tenant: boolean;
  nullable: boolean;
}

async function tables(): Promise<TableFacts[]> {
  const { rows } = await client.query<TableFacts>(
    `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
       w.attname IS NOT NULL AS tenant, w.attname IS NOT NULL AND NOT w.attnotnull AS nullable
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attribute w ON w.attrelid = c.oid AND w.attname = 'workspace_id' AND NOT w.attisdropped
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  return rows;
}

async function inRole<T>(role: string, workspaceId: string, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('role', $1, true), set_config('app.workspace_id', $2, true)`, [
    role,
    workspaceId,
  ]);
  try {
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

const deployment = '00000000-0000-7000-8000-000000000000';
const stranger = '11111111-1111-7111-8111-111111111111';

describe('every table', () => {
  it('has forced row-level security, but for those that hold nothing of a tenant', async () => {
    const open = (await tables()).filter(({ name, forced }) => !forced && !untenanted.has(name));
    expect(open).toEqual([]);
  });

  it('never has a tenant column that may be null', async () => {
    expect((await tables()).filter(({ nullable }) => nullable)).toEqual([]);
  });

  it('has a policy that compares with the workspace of the transaction, where it has a tenant column', async () => {
    const { rows } = await client.query<{ tablename: string }>(
      `SELECT tablename FROM pg_policies WHERE policyname = 'tenant' AND qual LIKE '%app.workspace_id%'
         AND with_check LIKE '%app.workspace_id%' AND cmd = 'ALL'`,
    );
    const bound = new Set(rows.map(({ tablename }) => tablename));
    expect((await tables()).filter(({ name, tenant }) => tenant && !bound.has(name))).toEqual([]);
  });

  it('lets no policy but the tenant’s hold for whoever inherits its role', async () => {
    const { rows } = await client.query<{ tablename: string; policyname: string }>(
      `SELECT tablename, policyname FROM pg_policies
       WHERE policyname <> 'tenant' AND coalesce(qual, '') NOT LIKE '%CURRENT_USER = ''' || policyname || '''%'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a login', () => {
  it('sees nothing outside a unit of work', async () => {
    for (const { name, tenant } of await tables()) {
      if (!tenant && name !== 'workspaces' && name !== 'users') continue;
      const { rowCount } = await client.query(`SELECT FROM "${name}" LIMIT 1`);
      expect([name, rowCount]).toEqual([name, 0]);
    }
  });

  it('is no superuser and bypasses nothing', async () => {
    const { rows } = await client.query(
      `SELECT rolsuper OR rolbypassrls AS may FROM pg_roles WHERE rolname = session_user OR rolname LIKE 'ab\\_%'`,
    );
    expect(rows.every(({ may }) => may === false)).toBe(true);
  });
});

describe('a unit of work', () => {
  it('sees nothing while no workspace is set, and only its own once one is', async () => {
    const count = async () => (await client.query('SELECT FROM workspaces')).rowCount;
    expect(await inRole('ab_app', '', count)).toBe(0);
    expect(await inRole('ab_app', stranger, count)).toBe(0);
    expect(await inRole('ab_app', deployment, count)).toBe(1);
  });

  it('cannot write into another workspace', async () => {
    const insert = () =>
      client.query(`INSERT INTO clients (id, workspace_id, name) VALUES (gen_random_uuid(), $1, 'x')`, [deployment]);
    await expect(inRole('ab_app', stranger, insert)).rejects.toThrow(/row-level security/);
    await expect(inRole('ab_app', deployment, insert)).resolves.toBeDefined();
  });

  it('cannot read password hashes or tokens as a tenant, nor anything of accounts as intake', async () => {
    for (const [role, query] of [
      ['ab_app', 'SELECT password_hash FROM users'],
      ['ab_app', 'SELECT token_hash FROM sessions'],
      ['ab_intake', 'SELECT id FROM users'],
      ['ab_admin', 'SELECT password_hash FROM users'],
      ['ab_admin', 'SELECT token_hash FROM sessions'],
    ] as const) {
      await expect(inRole(role, deployment, () => client.query(query))).rejects.toThrow(/permission denied/);
    }
  });

  it('writes nothing as the operator who reads across workspaces', async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r'
         AND has_table_privilege('ab_admin', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`,
    );
    expect(rows).toEqual([]);
  });

  it.each(['audit_entries', 'usage_entries'])('cannot change %s, which is append-only', async (table) => {
    await expect(
      inRole('ab_app', deployment, () => client.query(`UPDATE ${table} SET workspace_id = workspace_id`)),
    ).rejects.toThrow(/permission denied/);
    await client.query('BEGIN');
    await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
    await client.query('ROLLBACK');
  });
});
