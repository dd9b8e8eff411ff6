import { randomUUID } from 'node:crypto';
import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { authFields, join, newEmail, signUp, type AuthPayload } from '../../../test/support/people.js';
import { systemContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';

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

const createKey = `mutation ($name: String!) { createApiKey(name: $name, permissions: ["calls:read"]) { secret apiKey { id } } }`;
const signUpMutation = `mutation ($input: SignUpInput!) { signUp(input: $input) ${authFields} }`;
const withKey = (key: string = randomUUID()) => ({ 'idempotency-key': key });

function inDatabase<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const unitOfWork = app.app.get(UnitOfWork, { strict: false });
  return unitOfWork.run(systemContext({ actor: 'test', access: 'accounts' }), (tx) => sql<Row>(tx, text, values));
}

async function keyCount({ client }: { client: { ask<T>(query: string): Promise<T> } }): Promise<number> {
  return (await client.ask<{ apiKeys: object[] }>('{ apiKeys { id } }')).apiKeys.length;
}

describe('a mutation with an Idempotency-Key', () => {
  it('is done once and answered alike, however its JSON is ordered', async () => {
    const owner = await signUp(app.client);
    const client = owner.client.with(withKey());
    const first = await client.request('POST', '/graphql', {
      query: createKey,
      variables: { name: 'a' },
      operationName: null,
    });
    const second = await client.request('POST', '/graphql', {
      operationName: null,
      variables: { name: 'a' },
      query: createKey,
    });
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await keyCount(owner)).toBe(1);
  });

  it('is done once when it is sent many times at once', async () => {
    const owner = await signUp(app.client);
    const client = owner.client.with(withKey());
    const answers = await Promise.all(Array.from({ length: 8 }, () => client.ask<object>(createKey, { name: 'a' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await keyCount(owner)).toBe(1);
  });

  it('is refused when the key belongs to another request', async () => {
    const owner = await signUp(app.client);
    const client = owner.client.with(withKey());
    await client.ask(createKey, { name: 'a' });
    const refused = await client.refusal(createKey, { name: 'b' });
    expect(refused).toMatchObject({ code: 'CONFLICT', reason: 'ACCOUNTS.IDEMPOTENCY_KEY_REUSED' });
    expect(await keyCount(owner)).toBe(1);
  });

  it('has a key of its own: other people and other workspaces may choose the same', async () => {
    const key = withKey();
    const owner = await signUp(app.client);
    const other = await join(app.client, owner, 'OWNER');
    const stranger = await signUp(app.client);
    for (const { client } of [owner, other, stranger]) await client.with(key).ask(createKey, { name: 'a' });
    expect([await keyCount(owner), await keyCount(stranger)]).toEqual([2, 1]);
  });

  it('works for those who are not signed in, tokens sealed where they are kept', async () => {
    const client = app.client.with(withKey());
    const input = { email: newEmail(), password: 'huit ou plus', name: 'A', workspaceName: 'B' };
    const first = await client.ask<{ signUp: AuthPayload }>(signUpMutation, { input });
    expect(await client.ask(signUpMutation, { input })).toEqual(first);
    const rows = await inDatabase<{ row: string }>('SELECT k::text AS row FROM idempotency_keys k');
    const kept = rows.map(({ row }) => row).join();
    expect(kept).toContain('v1.test.');
    for (const secret of [first.signUp.refreshToken, first.signUp.accessToken, input.password, input.email])
      expect(kept).not.toContain(secret);
  });

  it('keeps a refusal, which is an outcome, but not what asks to try again', async () => {
    const owner = await signUp(app.client);
    const client = owner.client.with(withKey());
    const wrong = 'mutation { createApiKey(name: "a", permissions: ["nope"]) { secret } }';
    expect((await client.refusal(wrong)).code).toBe('BAD_USER_INPUT');
    const again = await client.request('POST', '/graphql', { query: wrong, variables: {} });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const limited = app.client.with(withKey());
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) ${authFields} }`;
    const input = { email: newEmail(), password: 'wrong one' };
    for (let attempt = 0; attempt < 10; attempt++) await app.client.refusal(signIn, { input });
    expect((await limited.refusal(signIn, { input })).code).toBe('RATE_LIMITED');
    app.passTime(15 * 60_000 + 1);
    expect((await limited.refusal(signIn, { input })).code).toBe('UNAUTHENTICATED');
  });

  it('is free again after a day', async () => {
    const owner = await signUp(app.client);
    const client = owner.client.with(withKey());
    await client.ask(createKey, { name: 'a' });
    app.passTime(24 * 60 * 60_000 + 1);
    await client.ask(createKey, { name: 'b' });
    expect(await keyCount(owner)).toBe(2);
  });

  it('says so when the first attempt was cut off, instead of doing it twice', async () => {
    const owner = await signUp(app.client);
    const client = owner.client.with(withKey());
    await client.ask(createKey, { name: 'a' });
    await inDatabase(
      "UPDATE idempotency_keys SET reply = NULL, locked_until = now() - interval '1 s' WHERE actor_id = $1",
      [owner.userId.slice(5)],
    );
    expect((await client.refusal(createKey, { name: 'a' })).reason).toBe('ACCOUNTS.OUTCOME_UNKNOWN');
  });

  it('waits a little for the first attempt, then asks to come back', async () => {
    const owner = await signUp(app.client);
    const client = owner.client.with(withKey());
    await client.ask(createKey, { name: 'a' });
    await inDatabase('UPDATE idempotency_keys SET reply = NULL WHERE actor_id = $1', [owner.userId.slice(5)]);
    const refused = await client.refusal(createKey, { name: 'a' });
    expect(refused).toMatchObject({ code: 'CONFLICT', reason: 'ACCOUNTS.STILL_RUNNING', retryAfterMs: 1000 });
  });

  it('is refused with a key that is none', async () => {
    const { client } = await signUp(app.client);
    for (const key of ['x'.repeat(256), 'with space']) {
      expect((await client.with(withKey(key)).refusal(createKey, { name: 'a' })).reason).toBe(
        'ACCOUNTS.IDEMPOTENCY_KEY_INVALID',
      );
    }
  });
});

describe('other requests with an Idempotency-Key', () => {
  it('lets queries through as they are', async () => {
    const owner = await signUp(app.client);
    const client = owner.client.with(withKey());
    await client.ask('{ me { id } }');
    await client.ask('{ workspace { id } }');
  });

  it('lets what cannot be read be refused as ever', async () => {
    const { client } = await signUp(app.client);
    expect((await client.with(withKey()).refusal('mutation {')).code).toBe('BAD_USER_INPUT');
    expect((await client.with(withKey()).request('POST', '/graphql', [])).status).toBe(400);
  });

  it('answers a repeated REST write alike, cookies included', async () => {
    const { email, password } = await signUp(app.client);
    const client = app.client.with(withKey());
    const first = await client.request('POST', '/api/session', { email, password });
    const second = await client.request('POST', '/api/session', { email, password });
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.getSetCookie()).toEqual(first.headers.getSetCookie());
    const other = await client.request('POST', '/api/session', { email, password: 'another' });
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({
      error: { code: 'CONFLICT', reason: 'ACCOUNTS.IDEMPOTENCY_KEY_REUSED' },
    });
  });
});
