import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { linkIn, mailsIn, mailTo } from '../../../test/support/mail-box.js';
import { authFields, newEmail, signIn, signUp, tokenOf, type AuthPayload } from '../../../test/support/people.js';
import { Background } from '../background.js';

let database: TestDatabase;
let app: AccountsApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startAccountsApp(database.url, { PUBLIC_URL: 'https://agents.example/' });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const request = 'mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) }';
const reset = `mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) ${authFields} }`;

async function requestedToken(email: string): Promise<string> {
  expect(await app.client.ask(request, { email })).toEqual({ requestPasswordReset: true });
  await app.app.get(Background, { strict: false }).settled();
  return tokenOf(linkIn(await mailTo(app.dataDir, email, 'reset-password')));
}

describe('a forgotten password', () => {
  it('is replaced by the mailed link, which ends every session and is good once', async () => {
    const person = await signUp(app.client);
    const elsewhere = await signIn(app.client, person);
    const token = await requestedToken(person.email.toUpperCase().replace('EXAMPLE.FR', 'example.fr').toLowerCase());
    const password = 'un nouveau mot de passe';
    const { resetPassword } = await app.client.ask<{ resetPassword: AuthPayload }>(reset, { token, password });
    await app.client.bearer(resetPassword.accessToken).ask('{ me { id } }');
    for (const { client, refreshToken } of [person, elsewhere]) {
      expect((await client.refusal('{ me { id } }')).code).toBe('UNAUTHENTICATED');
      const refresh = `mutation ($token: String!) { refreshSession(refreshToken: $token) ${authFields} }`;
      expect((await app.client.refusal(refresh, { token: refreshToken })).code).toBe('UNAUTHENTICATED');
    }
    const input = { email: person.email, password: person.password };
    const refused = await app.client.refusal(
      `mutation ($input: SignInInput!) { signIn(input: $input) ${authFields} }`,
      { input },
    );
    expect(refused.reason).toBe('ACCOUNTS.SIGN_IN_REFUSED');
    await signIn(app.client, { email: person.email, password });
    expect((await app.client.refusal(reset, { token, password })).reason).toBe('ACCOUNTS.RESET_TOKEN_REFUSED');
    await mailTo(app.dataDir, person.email, 'vient d’être modifié');
  });

  it('is not replaced by a link of the past, nor by one of two used at the same time', async () => {
    const { email } = await signUp(app.client);
    const late = await requestedToken(email);
    app.passTime(60 * 60_000 + 1);
    const password = 'un nouveau mot de passe';
    expect((await app.client.refusal(reset, { token: late, password })).reason).toBe('ACCOUNTS.RESET_TOKEN_REFUSED');
    const tokens = [await requestedToken(email)];
    await app.client.ask(request, { email });
    const all = () =>
      mailsIn(app.dataDir)
        .filter((mail) => mail.includes(`To: ${email}`))
        .map((mail) => tokenOf(linkIn(mail)));
    await app.app.get(Background, { strict: false }).settled();
    tokens.push(...all().filter((token) => token !== late && !tokens.includes(token)));
    expect(tokens).toHaveLength(2);
    const outcomes = await Promise.all(tokens.map((token) => app.client.post(reset, { token, password })));
    expect(outcomes.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  });

  it('keeps its rules, and does not use up the link on a password that breaks them', async () => {
    const token = await requestedToken((await signUp(app.client)).email);
    expect((await app.client.refusal(reset, { token, password: 'court' })).code).toBe('BAD_USER_INPUT');
    await app.client.ask(reset, { token, password: 'assez long cette fois' });
  });

  it('answers alike for an unknown address, to which nothing is mailed, and is limited alike', async () => {
    const email = newEmail();
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await app.client.ask(request, { email })).toEqual({ requestPasswordReset: true });
    }
    expect((await app.client.refusal(request, { email })).code).toBe('RATE_LIMITED');
    await app.app.get(Background, { strict: false }).settled();
    expect(mailsIn(app.dataDir).filter((mail) => mail.includes(email))).toEqual([]);
  });

  it('puts the link into the mail in the reader’s language, and into the log in development', async () => {
    const input = { email: newEmail(), password: 'eight or more', name: 'Ada', workspaceName: 'Tea', locale: 'en-GB' };
    await app.client.ask(`mutation ($input: SignUpInput!) { signUp(input: $input) ${authFields} }`, { input });
    await app.client.ask(request, { email: input.email });
    const mail = await mailTo(app.dataDir, input.email, 'Hello Ada');
    const link = linkIn(mail);
    expect(link).toMatch(/^https:\/\/agents\.example\/reset-password#token=[\w-]{43}$/);
    expect(app.lines.some((line) => line.event === 'accounts.mail.written' && line.link === link)).toBe(true);
  });
});
