import { DataSource } from 'typeorm';
import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { authFields, newEmail, signIn, signUp, type AuthPayload, type Person } from '../../../test/support/people.js';
import { systemContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import { reuseLeewayMs } from './refresh-rules.js';

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

const me = '{ me { id } }';
const refreshMutation = `mutation ($token: String!) { refreshSession(refreshToken: $token) ${authFields} }`;
const signInMutation = `mutation ($input: SignInInput!) { signIn(input: $input) ${authFields} }`;

async function refresh(token: string): Promise<AuthPayload> {
  return (await app.client.ask<{ refreshSession: AuthPayload }>(refreshMutation, { token })).refreshSession;
}

function refreshRefusal(token: string) {
  return app.client.refusal(refreshMutation, { token });
}

function inDatabase<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const unitOfWork = new UnitOfWork(app.app.get(DataSource, { strict: false }));
  return unitOfWork.run(systemContext({ actor: 'test', access: 'accounts' }), (tx) => sql<Row>(tx, text, values));
}

describe('signing up', () => {
  it('gives a workspace of one’s own, whose owner one is, in the language and zone asked for', async () => {
    const input = {
      email: newEmail(),
      password: 'huit ou plus',
      name: ' Ada ',
      workspaceName: 'Cantine',
      locale: 'en-gb',
      timeZone: 'Europe/London',
    };
    const { signUp: made } = await app.client.ask<{ signUp: object }>(
      `mutation ($input: SignUpInput!) { signUp(input: $input) {
        user { name locale role memberships { role workspace { name } } } workspace { locale timeZone currency members { user { name } } } } }`,
      { input },
    );
    expect(made).toEqual({
      user: {
        name: 'Ada',
        locale: 'en-GB',
        role: 'MEMBER',
        memberships: [{ role: 'OWNER', workspace: { name: 'Cantine' } }],
      },
      workspace: { locale: 'en-GB', timeZone: 'Europe/London', currency: 'EUR', members: [{ user: { name: 'Ada' } }] },
    });
  });

  it('names every field that is wrong, in both languages', async () => {
    const input = {
      email: newEmail(),
      password: 'court',
      name: '',
      workspaceName: 'x',
      locale: 'nope!',
      timeZone: '+02:00',
    };
    const query = `mutation ($input: SignUpInput!) { signUp(input: $input) ${authFields} }`;
    const french = await app.client.refusal(query, { input });
    expect(french.code).toBe('BAD_USER_INPUT');
    expect(french.fields?.map(({ path }) => path)).toEqual([
      'input.password',
      'input.name',
      'input.locale',
      'input.timeZone',
    ]);
    const english = await app.client.with({ 'accept-language': 'en' }).refusal(query, { input });
    expect(english.fields?.[0]?.message).toContain('8 characters');
  });

  it('makes one account of two sign-ups with one address at the same time, whatever the case', async () => {
    const email = newEmail();
    const outcomes = await Promise.allSettled([signUp(app.client, email), signUp(app.client, email.toUpperCase())]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await inDatabase('SELECT FROM users WHERE email = $1', [email])).toHaveLength(1);
  });
});

describe('signing in', () => {
  it('goes back to the workspace used last', async () => {
    const person = await signUp(app.client);
    const again = await signIn(app.client, person);
    expect([again.userId, again.workspaceId]).toEqual([person.userId, person.workspaceId]);
  });

  it('answers alike for an unknown address and a wrong password', async () => {
    const { email } = await signUp(app.client);
    const wrong = await app.client.refusal(signInMutation, { input: { email, password: 'wrong one' } });
    const unknown = await app.client.refusal(signInMutation, { input: { email: newEmail(), password: 'wrong one' } });
    expect({ ...wrong, requestId: '' }).toEqual({ ...unknown, requestId: '' });
    expect(wrong).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'ACCOUNTS.SIGN_IN_REFUSED' });
  });

  it('costs the same for an unknown address', async () => {
    const { email } = await signUp(app.client);
    const took = async (input: object) => {
      const start = performance.now();
      await app.client.refusal(signInMutation, { input });
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 5; round++) {
      known.push(await took({ email, password: 'wrong one' }));
      unknown.push(await took({ email: newEmail(), password: 'wrong one' }));
    }
    const fastest = (times: number[]) => Math.min(...times);
    expect(fastest(unknown)).toBeGreaterThan(fastest(known) * 0.33);
    expect(fastest(known)).toBeGreaterThan(fastest(unknown) * 0.33);
  });

  it('is limited per account, known or not, says for how long, and is open again afterwards', async () => {
    const { email, password } = await signUp(app.client);
    for (const address of [email, newEmail()]) {
      for (let attempt = 0; attempt < 10; attempt++) {
        const refusal = await app.client.refusal(signInMutation, { input: { email: address, password: 'wrong one' } });
        expect(refusal.code).toBe('UNAUTHENTICATED');
      }
      const limited = await app.client.refusal(signInMutation, { input: { email: address, password } });
      expect(limited.code).toBe('RATE_LIMITED');
      expect(limited.retryAfterMs).toBeGreaterThan(60_000);
    }
    app.passTime(15 * 60_000 + 1);
    await signIn(app.client, { email, password });
  });

  it('starts counting anew after a success', async () => {
    const person = await signUp(app.client);
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 6; attempt++) {
        await app.client.refusal(signInMutation, { input: { email: person.email, password: 'wrong one' } });
      }
      await signIn(app.client, person);
    }
  });

  it('gives someone who was removed from every workspace a new one', async () => {
    const person = await signUp(app.client);
    await inDatabase('UPDATE memberships SET deleted_at = now() WHERE user_id = $1', [person.userId.slice(5)]);
    const again = await signIn(app.client, person);
    expect(again.workspaceId).not.toBe(person.workspaceId);
  });
});

describe('refreshing', () => {
  it('gives new tokens, and refuses what is no token', async () => {
    const person = await signUp(app.client);
    const renewed = await refresh(person.refreshToken);
    expect(renewed.refreshToken).not.toBe(person.refreshToken);
    expect(renewed.workspace.id).toBe(person.workspaceId);
    await app.client.bearer(renewed.accessToken).ask(me);
    for (const token of ['', 'x', person.accessToken])
      expect((await refreshRefusal(token)).code).toBe('UNAUTHENTICATED');
  });

  it('serves parallel requests with the same token, each with a token of its own', async () => {
    const { refreshToken } = await signUp(app.client);
    const renewed = await Promise.all(Array.from({ length: 5 }, () => refresh(refreshToken)));
    const tokens = renewed.map((payload) => payload.refreshToken);
    expect(new Set(tokens).size).toBe(5);
    for (const token of tokens) await refresh(token);
  });

  it('ends the whole family, access tokens included, when a used token comes back later', async () => {
    const person = await signUp(app.client);
    const first = await refresh(person.refreshToken);
    const second = await refresh(first.refreshToken);
    const elsewhere = await signIn(app.client, person);
    await app.client.bearer(second.accessToken).ask(me);
    app.passTime(reuseLeewayMs + 1);
    expect((await refreshRefusal(person.refreshToken)).reason).toBe('AUTH.TOKEN_REFUSED');
    expect((await refreshRefusal(second.refreshToken)).reason).toBe('AUTH.TOKEN_REFUSED');
    expect((await app.client.bearer(second.accessToken).refusal(me)).reason).toBe('AUTH.TOKEN_REFUSED');
    await elsewhere.client.ask(me);
    const log = await elsewhere.client.ask<{ auditLog: { nodes: { action: string }[] } }>(
      '{ auditLog { nodes { action } } }',
    );
    expect(log.auditLog.nodes.map(({ action }) => action)).toContain('session.reuse_detected');
  });

  it('leaves no child alive when it races with a sign-out', async () => {
    const { refreshToken, client } = await signUp(app.client);
    const signOut = 'mutation ($token: String!) { signOut(refreshToken: $token) }';
    const outcomes = await Promise.all([
      ...Array.from({ length: 4 }, () => app.client.post(refreshMutation, { token: refreshToken })),
      app.client.post(signOut, { token: refreshToken }),
    ]);
    for (const { data } of outcomes) {
      const payload = (data as { refreshSession?: AuthPayload } | null)?.refreshSession;
      if (payload) expect((await refreshRefusal(payload.refreshToken)).code).toBe('UNAUTHENTICATED');
    }
    expect((await client.refusal(me)).code).toBe('UNAUTHENTICATED');
  });

  it('stops 30 days after the last use', async () => {
    const { refreshToken } = await signUp(app.client);
    app.passTime(30 * 24 * 60 * 60_000);
    expect((await refreshRefusal(refreshToken)).code).toBe('UNAUTHENTICATED');
  });

  it('keeps tokens as hashes only', async () => {
    const { refreshToken } = await signUp(app.client);
    const rows = await inDatabase<{ found: string }>('SELECT s::text AS found FROM sessions s');
    expect(rows.some(({ found }) => found.includes(refreshToken))).toBe(false);
  });
});

describe('signing out', () => {
  it('ends the session at once, once, and no other one', async () => {
    const person = await signUp(app.client);
    const elsewhere = await signIn(app.client, person);
    const signOut = 'mutation ($token: String!) { signOut(refreshToken: $token) }';
    expect(await app.client.ask(signOut, { token: person.refreshToken })).toEqual({ signOut: true });
    expect(await app.client.ask(signOut, { token: person.refreshToken })).toEqual({ signOut: false });
    expect((await person.client.refusal(me)).code).toBe('UNAUTHENTICATED');
    await elsewhere.client.ask(me);
  });
});

describe('another process', () => {
  it('learns of an ended session within 5 seconds', async () => {
    const other = await startAccountsApp(database.url);
    const person: Person = await signUp(app.client);
    const there = other.client.bearer(person.accessToken);
    await there.ask(me);
    await app.client.ask('mutation ($token: String!) { signOut(refreshToken: $token) }', {
      token: person.refreshToken,
    });
    other.passTime(5_001);
    expect((await there.refusal(me)).code).toBe('UNAUTHENTICATED');
    await other.close();
  });
});
