import { startAccountsApp, type AccountsApp } from '../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { authFields, join, signUp, type Person } from '../../test/support/people.js';
import { systemContext } from '../kernel/context/index.js';
import { AccountsFacade } from './accounts.facade.js';
import { Entitlements } from './entitlements/entitlements.js';
import { DeleteExpiredProcessor } from './retention/delete-expired.processor.js';
import { UnitOfWork, sql } from '../kernel/database/index.js';

let database: TestDatabase;
let app: AccountsApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startAccountsApp(database.url);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

interface Everything {
  me: { id: string };
  workspace: { id: string };
  apiKeys: { id: string }[];
  auditLog: { nodes: { id: string }[]; pageInfo: { endCursor: string } };
}

const everything = `{
  me { id email memberships { role workspace { id name members { user { id email memberships { workspace { id } } } } } } }
  workspace { id name members { role user { id email memberships { workspace { id name } } } } }
  apiKeys { id name prefix }
  auditLog(first: 100) { totalCount nodes { id targetId details actor { id email } } pageInfo { endCursor } }
}`;

/** Someone whose workspace has something of everything. */
async function settled(): Promise<Person> {
  const owner = await signUp(app.client);
  await join(app.client, owner, 'VIEWER');
  await owner.client.ask('mutation { createApiKey(name: "k", permissions: ["calls:read"]) { secret } }');
  return owner;
}

/** What may tell of a workspace: its ids, and the addresses of its people. */
async function traces(person: Person): Promise<string[]> {
  const text = JSON.stringify(await person.client.ask(everything));
  return [...new Set(text.match(/(user|workspace|apikey|audit)_[0-9a-f-]{36}|someone-[0-9a-f-]{36}@/g) ?? [])];
}

describe('two workspaces', () => {
  it('show nothing of each other in any query', async () => {
    const [ours, theirs] = [await settled(), await settled()];
    const seen = JSON.stringify(await ours.client.ask(everything));
    const foreign = await traces(theirs);
    expect(foreign.length).toBeGreaterThan(8);
    // The guest of the other workspace has one of their own, which its owner does not see either.
    for (const trace of foreign) expect(seen).not.toContain(trace);
  });

  it('show nothing of each other by id', async () => {
    const [ours, theirs] = [await settled(), await settled()];
    const foreign = (await traces(theirs)).filter((trace) => /^(user|workspace|apikey|audit)_/.test(trace));
    for (const id of foreign) {
      expect((await ours.client.refusal('query ($id: ID!) { node(id: $id) { id } }', { id })).code).toBe('NOT_FOUND');
      expect(await theirs.client.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: { id } });
    }
    expect((await app.client.refusal('query ($id: ID!) { node(id: $id) { id } }', { id: foreign[0] })).code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('change nothing of each other', async () => {
    const [ours, theirs] = [await settled(), await settled()];
    const before = await traces(theirs);
    const { me, workspace, apiKeys } = await theirs.client.ask<Everything>(everything);
    expect(
      (await ours.client.refusal('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: apiKeys[0]?.id })).code,
    ).toBe('NOT_FOUND');
    expect((await ours.client.refusal('mutation ($id: ID!) { removeMember(userId: $id) }', { id: me.id })).code).toBe(
      'NOT_FOUND',
    );
    expect(
      (
        await ours.client.refusal(`mutation ($id: ID!) { switchWorkspace(id: $id) ${authFields} }`, {
          id: workspace.id,
        })
      ).code,
    ).toBe('NOT_FOUND');
    expect(await traces(theirs)).toEqual(before);
  });
});

describe('someone in two workspaces', () => {
  it('sees both of their own, and others only in the one they share', async () => {
    const owner = await signUp(app.client);
    const member = await join(app.client, owner, 'MEMBER');
    const query =
      '{ me { memberships { workspace { id members { user { id } } } } } workspace { members { user { id memberships { workspace { id } } } } } }';
    interface Seen {
      me: { memberships: { workspace: { id: string; members: { user: { id: string } }[] } }[] };
      workspace: { members: { user: { id: string; memberships: { workspace: { id: string } }[] } }[] };
    }
    const { me } = await member.client.ask<Seen>(query);
    expect(me.memberships.map(({ workspace }) => workspace.members.map(({ user }) => user.id))).toEqual([
      [member.userId],
      [owner.userId, member.userId],
    ]);
    const { workspace } = await owner.client.ask<Seen>(query);
    const seenOfMember = workspace.members.find(({ user }) => user.id === member.userId)?.user.memberships;
    expect(seenOfMember).toEqual([{ workspace: { id: owner.workspaceId } }]);
  });
});

describe('the workspace', () => {
  const update =
    'mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { name locale timeZone currency retentionDays } }';

  it('is changed field by field, and the audit log keeps what changed', async () => {
    const { client } = await signUp(app.client);
    const input = { locale: 'en-us', timeZone: 'America/New_York', currency: 'USD', retentionDays: 90 };
    const changed = { locale: 'en-US', timeZone: 'America/New_York', currency: 'USD', retentionDays: 90 };
    expect(await client.ask(update, { input })).toMatchObject({ updateWorkspace: changed });
    expect(await client.ask(update, { input: { name: null } })).toMatchObject({ updateWorkspace: changed });
    expect(await client.ask(update, { input: { retentionDays: null } })).toMatchObject({
      updateWorkspace: { ...changed, retentionDays: null },
    });
    const { auditLog } = await client.ask<{ auditLog: { nodes: { action: string; details: unknown }[] } }>(
      '{ auditLog { nodes { action details } } }',
    );
    expect(auditLog.nodes.filter(({ action }) => action === 'workspace.updated').map(({ details }) => details)).toEqual(
      [{ retentionDays: null }, changed],
    );
  });

  it.each([
    { locale: 'french please' },
    { timeZone: 'Mars/Olympus' },
    { timeZone: '+01:00' },
    { currency: 'eur' },
    { currency: 'ABC' },
    { retentionDays: 0 },
    { retentionDays: -1 },
    { name: '' },
    { name: 'two\nlines' },
  ])('is not changed to %j', async (input) => {
    const { client } = await signUp(app.client);
    const refused = await client.refusal(update, { input });
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: `input.${Object.keys(input)[0]}` }] });
  });

  it('is changed by owners only', async () => {
    const owner = await signUp(app.client);
    for (const role of ['MEMBER', 'VIEWER'] as const) {
      const { client } = await join(app.client, owner, role);
      expect((await client.refusal(update, { input: { name: 'x' } })).code).toBe('FORBIDDEN');
      await client.ask('{ workspace { name } }');
    }
  });
});

describe('what others get from here', () => {
  it('seeds a demonstration account once', async () => {
    const facade = app.app.get(AccountsFacade, { strict: false });
    const ctx = systemContext({ actor: 'test' });
    const workspace = { name: 'Restaurant Le Gourmet', locale: 'fr-FR', timeZone: 'Europe/Paris' };
    const seed = {
      email: 'demo@legourmet.example',
      password: 'demonstration',
      name: 'Demo',
      locale: 'fr-FR',
      workspace,
    };
    const [first, second] = [await facade.seedAccount(ctx, seed), await facade.seedAccount(ctx, seed)];
    expect([first.created, second.created]).toEqual([true, false]);
    expect(second).toMatchObject({ userId: first.userId, workspaceId: first.workspaceId });
    const facts = await facade.findWorkspace(systemContext({ actor: 'test', workspaceId: first.workspaceId }));
    expect(facts).toMatchObject({ ...workspace, currency: 'EUR', retentionDays: null, deployment: false });
  });

  it('is entitled to everything until there are plans', async () => {
    const entitlements = app.app.get(Entitlements, { strict: false });
    expect(await entitlements.check(systemContext({ actor: 'test' }), { feature: 'call' })).toEqual({ allowed: true });
  });

  it('forgets what has expired and nothing else, also when run twice', async () => {
    const { refreshToken, client } = await signUp(app.client);
    await client.with({ 'idempotency-key': 'k' }).ask('mutation { updateWorkspace(input: { name: "x" }) { id } }');
    const processor = app.app.get(DeleteExpiredProcessor, { strict: false });
    const ctx = systemContext({ actor: 'test' });
    const meta = { signal: new AbortController().signal };
    const counts = () =>
      app.app
        .get(UnitOfWork, { strict: false })
        .run(systemContext({ actor: 'test', access: 'accounts' }), (tx) =>
          sql<{ sessions: number; keys: number }>(
            tx,
            'SELECT (SELECT count(*)::int FROM sessions) sessions, (SELECT count(*)::int FROM idempotency_keys) keys',
          ),
        );
    await processor.run(ctx, {}, meta);
    expect((await counts())[0]?.keys).toBe(1);
    await app.client.ask(`mutation ($token: String!) { refreshSession(refreshToken: $token) ${authFields} }`, {
      token: refreshToken,
    });
    app.passTime(31 * 24 * 60 * 60_000);
    await processor.run(ctx, {}, meta);
    await processor.run(ctx, {}, meta);
    expect((await counts())[0]).toEqual({ sessions: 0, keys: 0 });
  });
});
