import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { authFields, signIn, signUp, type AuthPayload, type Person } from '../../../test/support/people.js';
import { deploymentWorkspaceId } from '../../kernel/context/index.js';

const credentials = { email: 'ops@example.fr', password: 'the operator’s password' };

let database: TestDatabase;
let app: AccountsApp;
let admin: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startAccountsApp(database.url, { ADMIN_EMAIL: 'Ops@example.fr', ADMIN_PASSWORD: credentials.password });
  admin = await signIn(app.client, credentials);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const rename = 'mutation ($name: String!) { updateWorkspace(input: { name: $name }) { id name } }';
const switchTo = `mutation ($id: ID!) { switchWorkspace(id: $id) ${authFields} }`;

interface Log {
  auditLog: { nodes: { action: string; actorKind: string; details: unknown; actor: { id: string } | null }[] };
}
const log = '{ auditLog { nodes { action actorKind details actor { id } } } }';

async function entriesOf(person: Person) {
  const { auditLog } = await person.client.ask<Log>(log);
  return auditLog.nodes.filter(({ action }) => action === 'workspace.entered');
}

describe('the first ADMIN', () => {
  it('is made once, however often the server starts, and keeps the password', async () => {
    const again = await startAccountsApp(database.url, {
      ADMIN_EMAIL: credentials.email,
      ADMIN_PASSWORD: 'another one',
    });
    await signIn(app.client, credentials);
    const { me } = await admin.client.ask<{ me: object }>('{ me { role memberships { role workspace { id } } } }');
    const workspace = { id: `workspace_${deploymentWorkspaceId}` };
    expect(me).toEqual({ role: 'ADMIN', memberships: [{ role: 'OWNER', workspace }] });
    await again.close();
  });

  it('does not take over someone else’s account', async () => {
    const person = await signUp(app.client);
    const other = await startAccountsApp(database.url, { ADMIN_EMAIL: person.email, ADMIN_PASSWORD: 'another one' });
    expect(await person.client.ask('{ me { role } }')).toEqual({ me: { role: 'MEMBER' } });
    expect(other.lines.some(({ event }) => event === 'accounts.admin_email_taken')).toBe(true);
    await other.close();
  });
});

describe('a platform ADMIN above all workspaces', () => {
  it('reads them all, members included, page by page', async () => {
    const people = [await signUp(app.client), await signUp(app.client), await signUp(app.client)];
    interface Page {
      workspaces: {
        nodes: { id: string; members: { user: { id: string } }[] }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
        totalCount: number;
      };
    }
    const query =
      'query ($after: String) { workspaces(first: 2, after: $after) { totalCount nodes { id members { user { id } } } pageInfo { endCursor hasNextPage } } }';
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { workspaces }: Page = await admin.client.ask<Page>(query, { after });
      for (const { id, members } of workspaces.nodes) {
        seen.push(id);
        const person = people.find(({ workspaceId }) => workspaceId === id);
        if (person) expect(members).toEqual([{ user: { id: person.userId } }]);
      }
      after = workspaces.pageInfo.endCursor;
      if (!workspaces.pageInfo.hasNextPage) {
        expect(seen).toHaveLength(workspaces.totalCount);
        break;
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
    for (const { workspaceId } of people) expect(seen).toContain(workspaceId);
  });

  it('finds one by a part of its name, in which nothing is a wildcard', async () => {
    const { email, workspaceId } = await signUp(app.client);
    const query = 'query ($search: String) { workspaces(search: $search) { totalCount nodes { id } } }';
    expect(await admin.client.ask(query, { search: email.slice(5, 30).toUpperCase() })).toEqual({
      workspaces: { totalCount: 1, nodes: [{ id: workspaceId }] },
    });
    for (const search of ['%', '_hez', '\\', "'; DROP TABLE users; --"]) {
      expect(await admin.client.ask(query, { search })).toMatchObject({ workspaces: { totalCount: 0 } });
    }
  });

  it('changes nothing', async () => {
    for (const operation of [
      'mutation { updateWorkspace(input: { name: "x" }) { id } }',
      'mutation { inviteMember(email: "a@example.fr", role: OWNER) }',
      'mutation { createApiKey(name: "x", permissions: ["calls:read"]) { secret } }',
      `mutation { removeMember(userId: "${admin.userId}") }`,
    ]) {
      expect((await admin.client.refusal(operation)).reason).toBe('AUTH.ENTER_WORKSPACE_FIRST');
    }
  });

  it('is alone in that', async () => {
    const person = await signUp(app.client);
    expect((await person.client.refusal('{ workspaces { totalCount } }')).code).toBe('FORBIDDEN');
    const foreign = person.client.with({ 'x-workspace-id': admin.workspaceId });
    expect((await foreign.refusal('{ workspace { id } }')).reason).toBe('ACCOUNTS.WORKSPACE_HEADER_REFUSED');
  });
});

describe('a platform ADMIN who enters a workspace', () => {
  it('by switchWorkspace changes it, and its audit log says so', async () => {
    const owner = await signUp(app.client);
    const { switchWorkspace } = await admin.client.ask<{ switchWorkspace: AuthPayload }>(switchTo, {
      id: owner.workspaceId,
    });
    const inside = app.client.bearer(switchWorkspace.accessToken);
    expect(await inside.ask(rename, { name: 'Renommé' })).toEqual({
      updateWorkspace: { id: owner.workspaceId, name: 'Renommé' },
    });
    expect(await entriesOf(owner)).toEqual([
      { action: 'workspace.entered', actorKind: 'ADMIN', details: { by: 'switchWorkspace' }, actor: null },
    ]);
    const refresh = `mutation ($token: String!) { refreshSession(refreshToken: $token) ${authFields} }`;
    const { refreshSession } = await app.client.ask<{ refreshSession: AuthPayload }>(refresh, {
      token: switchWorkspace.refreshToken,
    });
    expect(refreshSession.workspace.id).toBe(owner.workspaceId);
  });

  it('by header changes it, and its audit log says so once per visit', async () => {
    const owner = await signUp(app.client);
    for (const id of [owner.workspaceId, owner.workspaceId.replace('workspace_', '')]) {
      const inside = admin.client.with({ 'x-workspace-id': id });
      expect(await inside.ask(rename, { name: 'Par en-tête' })).toMatchObject({
        updateWorkspace: { id: owner.workspaceId },
      });
    }
    expect((await entriesOf(owner)).map(({ details }) => details)).toEqual([{ by: 'header' }]);
  });

  it('must name one that exists', async () => {
    for (const id of ['workspace_01a1fc2d-2861-7610-acc4-34e16399ffb0', 'nonsense', "' OR 1=1 --"]) {
      const refused = await admin.client.with({ 'x-workspace-id': id }).refusal('{ workspace { id } }');
      expect(refused.reason).toBe('ACCOUNTS.WORKSPACE_NOT_FOUND');
      expect((await admin.client.refusal(switchTo, { id })).reason).toBe('ACCOUNTS.WORKSPACE_NOT_FOUND');
    }
  });
});

describe('someone else who switches', () => {
  it('gets one answer for a foreign workspace and for none', async () => {
    const person = await signUp(app.client);
    const foreign = await person.client.refusal(switchTo, { id: (await signUp(app.client)).workspaceId });
    const none = await person.client.refusal(switchTo, { id: 'workspace_01a1fc2d-2861-7610-acc4-34e16399ffb0' });
    expect({ ...foreign, requestId: '' }).toEqual({ ...none, requestId: '' });
    expect(foreign.code).toBe('NOT_FOUND');
  });
});
