import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { join, signUp, type Person } from '../../../test/support/people.js';

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

interface NewKey {
  apiKey: { id: string; prefix: string; permissions: string[]; lastUsedAt: string | null };
  secret: string;
}

const create = `mutation ($name: String!, $permissions: [String!]!, $expiresAt: DateTime) {
  createApiKey(name: $name, permissions: $permissions, expiresAt: $expiresAt) { secret apiKey { id prefix permissions lastUsedAt } } }`;
const list = '{ apiKeys { id name prefix lastUsedAt } }';

async function newKey(owner: Person, permissions: string[], expiresAt?: Date): Promise<NewKey> {
  const variables = { name: 'Caisse', permissions, expiresAt: expiresAt?.toISOString() };
  return (await owner.client.ask<{ createApiKey: NewKey }>(create, variables)).createApiKey;
}

async function lastUseOf(owner: Person, id: string): Promise<string | null | undefined> {
  const { apiKeys } = await owner.client.ask<{ apiKeys: { id: string; lastUsedAt: string | null }[] }>(list);
  return apiKeys.find((key) => key.id === id)?.lastUsedAt;
}

describe('an API key', () => {
  it('opens what it was given permission for, in its workspace, and nothing else', async () => {
    const owner = await signUp(app.client);
    const { secret, apiKey } = await newKey(owner, ['workspace:read', 'workspace:read']);
    expect(secret).toMatch(/^ab_[\w-]{43}$/);
    expect(secret.startsWith(apiKey.prefix)).toBe(true);
    expect(apiKey.permissions).toEqual(['workspace:read']);
    const key = app.client.bearer(secret);
    expect(await key.ask('{ workspace { id } }')).toEqual({ workspace: { id: owner.workspaceId } });
    const refused = await key.refusal('mutation { updateWorkspace(input: { name: "x" }) { id } }');
    expect(refused).toMatchObject({ code: 'FORBIDDEN', reason: 'AUTH.PERMISSION_MISSING' });
    expect(refused.message).toContain('workspace:manage');
    expect((await key.refusal('{ auditLog { totalCount } }')).code).toBe('FORBIDDEN');
    expect((await key.refusal('{ me { id } }')).code).toBe('UNAUTHENTICATED');
    expect((await key.refusal(`{ node(id: "${apiKey.id}") { id } }`)).code).toBe('FORBIDDEN');
  });

  it('shows its secret once, and is kept as a hash', async () => {
    const owner = await signUp(app.client);
    const { secret, apiKey } = await newKey(owner, ['calls:read']);
    const keys = JSON.stringify(
      await owner.client.ask('{ apiKeys { id name prefix permissions } auditLog { nodes { details } } }'),
    );
    expect(keys).toContain(apiKey.prefix);
    expect(keys).not.toContain(secret);
    expect(JSON.stringify(app.lines)).not.toContain(secret);
  });

  it('cannot do more than whoever makes it, nor what does not exist', async () => {
    const owner = await signUp(app.client);
    const { secret } = await newKey(owner, ['keys:manage', 'calls:read']);
    const key = app.client.bearer(secret);
    const variables = { name: 'more', permissions: ['calls:read', 'contacts:erase'] };
    expect((await key.refusal(create, variables)).reason).toBe('ACCOUNTS.PERMISSION_NOT_HELD');
    await key.ask(create, { name: 'same', permissions: ['calls:read'] });
    for (const permissions of [['nope'], ['calls:read', 'Calls:read'], ['*']]) {
      expect((await owner.client.refusal(create, { name: 'x', permissions })).reason).toBe(
        'ACCOUNTS.UNKNOWN_PERMISSION',
      );
    }
    expect((await owner.client.refusal(create, { name: 'x', permissions: [] })).code).toBe('BAD_USER_INPUT');
    const member = await join(app.client, owner, 'MEMBER');
    expect((await member.client.refusal(create, { name: 'x', permissions: ['calls:read'] })).code).toBe('FORBIDDEN');
  });

  it('ends when it is revoked, at once here', async () => {
    const owner = await signUp(app.client);
    const { secret, apiKey } = await newKey(owner, ['workspace:read']);
    const key = app.client.bearer(secret);
    await key.ask('{ workspace { id } }');
    const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) }';
    expect(await owner.client.ask(revoke, { id: apiKey.id })).toEqual({ revokeApiKey: apiKey.id });
    expect((await key.refusal('{ workspace { id } }')).reason).toBe('AUTH.TOKEN_REFUSED');
    expect(await owner.client.ask(list)).toEqual({ apiKeys: [] });
    expect((await owner.client.refusal(revoke, { id: apiKey.id })).reason).toBe('ACCOUNTS.API_KEY_NOT_FOUND');
  });

  it('ends when it expires, and cannot be made to have expired', async () => {
    const owner = await signUp(app.client);
    const { secret } = await newKey(owner, ['workspace:read'], new Date(Date.now() + 3_600_000));
    const key = app.client.bearer(secret);
    await key.ask('{ workspace { id } }');
    app.passTime(3_600_001);
    expect((await key.refusal('{ workspace { id } }')).code).toBe('UNAUTHENTICATED');
    const variables = { name: 'x', permissions: ['calls:read'], expiresAt: new Date(Date.now() - 1).toISOString() };
    expect((await owner.client.refusal(create, variables)).fields?.[0]?.path).toBe('createApiKey.expiresAt');
  });

  it('tells when it was used, to the minute', async () => {
    const owner = await signUp(app.client);
    const { secret, apiKey } = await newKey(owner, ['workspace:read']);
    expect(apiKey.lastUsedAt).toBeNull();
    const key = app.client.bearer(secret);
    await key.ask('{ workspace { id } }');
    const first = await lastUseOf(owner, apiKey.id);
    expect(first).not.toBeNull();
    app.passTime(30_000);
    await key.ask('{ workspace { id } }');
    expect(await lastUseOf(owner, apiKey.id)).toBe(first);
    app.passTime(31_000);
    await key.ask('{ workspace { id } }');
    expect(await lastUseOf(owner, apiKey.id)).not.toBe(first);
  });

  it('is refused when it is made up', async () => {
    for (const secret of ['ab_', `ab_${'x'.repeat(43)}`, `ab_${'x'.repeat(5000)}`, "ab_' OR 1=1 --"]) {
      expect((await app.client.bearer(secret).refusal('{ workspace { id } }')).code).toBe('UNAUTHENTICATED');
    }
  });
});
