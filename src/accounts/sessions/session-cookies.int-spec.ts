import type { ApiClient } from '../../../test/support/api-client.js';
import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { authFields, signUp, tokenOf, type Person } from '../../../test/support/people.js';

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

/** What a browser keeps: cookies, and the CSRF token that its scripts read. */
interface Browser {
  client: ApiClient;
  cookies: Record<string, string>;
  setCookies: string[];
  csrfToken: string;
  body: { workspace: { id: string } };
}

async function browserOf(reply: Response, before: Record<string, string> = {}): Promise<Browser> {
  expect(reply.status).toBe(200);
  const setCookies = reply.headers.getSetCookie();
  const cookies = { ...before };
  for (const cookie of setCookies) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies[name] = value;
  }
  const body = (await reply.json()) as Browser['body'] & { csrfToken: string };
  const client = app.client.with({ cookie: cookieHeader(cookies), 'x-csrf-token': body.csrfToken });
  return { client, cookies, setCookies, csrfToken: body.csrfToken, body };
}

function cookieHeader(cookies: Record<string, string>): string {
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

async function open({ email, password }: Pick<Person, 'email' | 'password'>): Promise<Browser> {
  return browserOf(await app.client.request('POST', '/api/session', { email, password }));
}

describe('a session in a cookie', () => {
  it('opens the same doors as a bearer token, and shows no token to scripts', async () => {
    const person = await signUp(app.client);
    const browser = await open(person);
    expect(await browser.client.ask(me)).toEqual({ me: { id: person.userId } });
    expect(browser.setCookies.find((cookie) => cookie.startsWith('ab_session='))).toMatch(
      /Path=\/; .*HttpOnly; SameSite=Lax/,
    );
    expect(browser.setCookies.find((cookie) => cookie.startsWith('ab_refresh='))).toMatch(
      /Path=\/api\/session; .*HttpOnly; SameSite=Strict/,
    );
    expect(browser.setCookies.find((cookie) => cookie.startsWith('ab_csrf='))).not.toContain('HttpOnly');
    expect(JSON.stringify(browser.body)).not.toContain(browser.cookies.ab_refresh);
    expect(JSON.stringify(browser.body)).not.toContain(browser.cookies.ab_session);
  });

  it('is marked Secure where the server is reached by https', async () => {
    const https = await startAccountsApp(database.url, { PUBLIC_URL: 'https://agents.example' });
    const { email, password } = await signUp(app.client);
    const reply = await https.client.request('POST', '/api/session', { email, password });
    expect(reply.headers.getSetCookie().every((cookie) => cookie.includes('Secure'))).toBe(true);
    await https.close();
  });

  it('opens nothing without its own CSRF token, reads included', async () => {
    const browser = await open(await signUp(app.client));
    const other = await open(await signUp(app.client));
    const cookie = cookieHeader(browser.cookies);
    for (const token of [undefined, '', 'x', other.csrfToken]) {
      const client = app.client.with({ cookie, ...(token !== undefined && { 'x-csrf-token': token }) });
      expect(await client.refusal(me)).toMatchObject({ code: 'FORBIDDEN', reason: 'AUTH.CSRF_TOKEN_MISSING' });
      expect((await client.request('POST', '/api/session/refresh')).status).toBe(403);
      expect((await client.request('DELETE', '/api/session')).status).toBe(403);
    }
    await browser.client.ask(me);
  });

  it('cannot be sent as a bearer token, nor a bearer token as a cookie', async () => {
    const person = await signUp(app.client);
    const browser = await open(person);
    expect((await app.client.bearer(browser.cookies.ab_session ?? '').refusal(me)).code).toBe('UNAUTHENTICATED');
    const stolen = app.client.with({ cookie: `ab_session=${person.accessToken}`, 'x-csrf-token': browser.csrfToken });
    expect((await stolen.refusal(me)).code).toBe('UNAUTHENTICATED');
    const refresh = `mutation ($token: String!) { refreshSession(refreshToken: $token) ${authFields} }`;
    expect((await app.client.refusal(refresh, { token: browser.cookies.ab_refresh })).code).toBe('UNAUTHENTICATED');
  });

  it('is refreshed and ended through its cookies', async () => {
    const first = await open(await signUp(app.client));
    const second = await browserOf(await first.client.request('POST', '/api/session/refresh'), first.cookies);
    expect(second.cookies.ab_refresh).not.toBe(first.cookies.ab_refresh);
    expect(second.csrfToken).toBe(first.csrfToken);
    const reply = await second.client.request('DELETE', '/api/session');
    expect(reply.status).toBe(204);
    expect(reply.headers.getSetCookie().every((cookie) => /^ab_\w+=;/.test(cookie))).toBe(true);
    expect((await second.client.refusal(me)).code).toBe('UNAUTHENTICATED');
    expect((await second.client.request('POST', '/api/session/refresh')).status).toBe(401);
  });

  it('enters other workspaces and accepts invitations by routes of its own', async () => {
    const owner = await signUp(app.client);
    const guest = await signUp(app.client);
    const invite = 'mutation ($email: EmailAddress!) { inviteMember(email: $email, role: MEMBER) }';
    const { inviteMember } = await owner.client.ask<{ inviteMember: string }>(invite, { email: guest.email });
    const token = tokenOf(inviteMember);
    const browser = await open(guest);
    const accept = `mutation ($token: String!) { acceptInvitation(token: $token) ${authFields} }`;
    expect((await browser.client.refusal(accept, { token })).reason).toBe('ACCOUNTS.USE_SESSION_ROUTE');
    const joined = await browserOf(
      await browser.client.request('POST', '/api/session/invitation', { token }),
      browser.cookies,
    );
    expect(joined.body.workspace.id).toBe(owner.workspaceId);
    const workspaceId = guest.workspaceId;
    const back = await browserOf(
      await joined.client.request('POST', '/api/session/workspace', { workspaceId }),
      joined.cookies,
    );
    expect(await back.client.ask('{ workspace { id } }')).toEqual({ workspace: { id: guest.workspaceId } });
    const foreign = await back.client.request('POST', '/api/session/workspace', {
      workspaceId: (await signUp(app.client)).workspaceId,
    });
    expect(foreign.status).toBe(404);
  });

  it('is refused with a reason, as REST does', async () => {
    const reply = await app.client.request('POST', '/api/session', { email: 'nobody@example.fr', password: 'wrong' });
    expect(reply.status).toBe(401);
    expect(await reply.json()).toMatchObject({
      error: { code: 'UNAUTHENTICATED', requestId: expect.any(String) as string },
    });
    const malformed = await app.client.request('POST', '/api/session', { email: 1 });
    expect(malformed.status).toBe(400);
    expect((await app.client.request('POST', '/api/session/refresh')).status).toBe(401);
    expect((await app.client.request('DELETE', '/api/session')).status).toBe(204);
  });
});
