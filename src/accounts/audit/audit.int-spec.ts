import { DataSource } from 'typeorm';
import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { signUp, type Person } from '../../../test/support/people.js';
import { systemContext, type Access } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import { AuditLog } from './audit-log.js';

let database: TestDatabase;
let app: AccountsApp;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startAccountsApp(database.url);
  unitOfWork = app.app.get(UnitOfWork, { strict: false });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const workspaceOf = (person: Person) => person.workspaceId.replace('workspace_', '');

describe('the audit log', () => {
  it('cannot be changed, emptied or shortened, by any role nor by the owner of the table', async () => {
    await signUp(app.client);
    const changes = ["UPDATE audit_entries SET action = 'x'", 'DELETE FROM audit_entries', 'TRUNCATE audit_entries'];
    for (const access of ['tenant', 'accounts', 'intake', 'admin'] satisfies Access[]) {
      for (const change of changes) {
        await expect(unitOfWork.run(systemContext({ actor: 'test', access }), (tx) => sql(tx, change))).rejects.toThrow(
          /permission denied/,
        );
      }
    }
    const dataSource = app.app.get(DataSource, { strict: false });
    for (const change of changes) await expect(dataSource.query(change)).rejects.toThrow('append-only');
  });

  it.each(['tenant', 'accounts', 'intake'] as const)(
    'takes entries with access %s, inside the unit of work',
    async (access) => {
      const owner = await signUp(app.client);
      const ctx = systemContext({ actor: 'webhooks.relay', access, workspaceId: workspaceOf(owner) });
      const audit = app.app.get(AuditLog, { strict: false });
      await unitOfWork.run(ctx, (tx) => audit.record(tx, { action: 'test.kept', details: { count: 2 } }));
      const rolledBack = unitOfWork.run(ctx, async (tx) => {
        await audit.record(tx, { action: 'test.lost' });
        throw new Error('roll back');
      });
      await expect(rolledBack).rejects.toThrow('roll back');
      const { auditLog } = await owner.client.ask<{ auditLog: { nodes: { action: string }[] } }>(
        '{ auditLog { nodes { action actorKind details actor { id } } } }',
      );
      expect(auditLog.nodes[0]).toEqual({
        action: 'test.kept',
        actorKind: 'SYSTEM',
        details: { count: 2 },
        actor: null,
      });
      expect(auditLog.nodes.map(({ action }) => action)).not.toContain('test.lost');
    },
  );

  it('is read page by page, entries of one moment included, each entry by its id', async () => {
    const owner = await signUp(app.client);
    const ctx = systemContext({ actor: 'test', workspaceId: workspaceOf(owner) });
    const audit = app.app.get(AuditLog, { strict: false });
    await unitOfWork.run(ctx, async (tx) => {
      for (let n = 0; n < 7; n++)
        await audit.record(tx, { action: 'test.counted', targetId: 'target_1', details: { n } });
    });
    interface Page {
      auditLog: {
        nodes: { id: string; details: { n: number } }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
        totalCount: number;
      };
    }
    const query = `query ($after: String) { auditLog(first: 3, after: $after, targetId: "target_1") {
      totalCount nodes { id details } pageInfo { endCursor hasNextPage } } }`;
    const seen: number[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const { auditLog }: Page = await owner.client.ask<Page>(query, { after });
      expect(auditLog.totalCount).toBe(7);
      seen.push(...auditLog.nodes.map(({ details }) => details.n));
      after = auditLog.pageInfo.endCursor;
      const [first] = auditLog.nodes;
      expect(await owner.client.ask(`{ node(id: "${first?.id}") { ... on AuditEntry { details } } }`)).toEqual({
        node: { details: first?.details },
      });
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('takes no cursor of another workspace, and no page that is too large', async () => {
    const query =
      'query ($first: Int, $after: String) { auditLog(first: $first, after: $after) { pageInfo { endCursor } } }';
    const owner = await signUp(app.client);
    const other = await signUp(app.client);
    const { auditLog } = await other.client.ask<{ auditLog: { pageInfo: { endCursor: string } } }>(query);
    expect((await owner.client.refusal(query, { after: auditLog.pageInfo.endCursor })).reason).toBe(
      'KERNEL.CURSOR_INVALID',
    );
    for (const first of [0, -1, 101])
      expect((await owner.client.refusal(query, { first })).code).toBe('BAD_USER_INPUT');
  });
});
