import { createHash } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { linkIn, mailTo } from '../../../test/support/mail-box.js';
import { newEmail, signIn, signUp } from '../../../test/support/people.js';

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

interface OpenPage {
  submit(fields: Record<string, string>, action: string): Promise<void>;
  says(): string;
}

/** The page behind a link as a browser has it: as much of a document as its script asks for. */
async function openPage(link: string): Promise<OpenPage> {
  const { pathname, hash } = new URL(link);
  const html = await (await app.client.request('GET', pathname)).text();
  const output = { textContent: '' };
  let submitted: (event: object) => Promise<void> = () => Promise.resolve();
  let entered: Record<string, string> = {};
  const form = {
    hidden: false,
    dataset: { done: /data-done="([^"]*)"/.exec(html)?.[1] },
    addEventListener: (_type: string, listener: typeof submitted) => void (submitted = listener),
  };
  const browser = {
    document: { querySelector: (name: string) => (name === 'form' ? form : output), documentElement: { lang: 'fr' } },
    location: { hash },
    URLSearchParams,
    FormData: class extends Map<string, string> {
      constructor() {
        super(Object.entries(entered));
      }
    },
    fetch: (path: string, options: RequestInit) => fetch(app.client.url + path, options),
  };
  runInContext(/<script>([^]*)<\/script>/.exec(html)?.[1] ?? '', createContext(browser));
  const submit = (fields: Record<string, string>, action: string) => {
    entered = fields;
    return submitted({ preventDefault: () => undefined, submitter: { value: action } });
  };
  return { submit, says: () => output.textContent };
}

describe('the page of a mailed link', () => {
  it('sets a new password, and says in words what is wrong with one', async () => {
    const { email } = await signUp(app.client);
    await app.client.ask(`mutation { requestPasswordReset(email: "${email}") }`);
    const page = await openPage(linkIn(await mailTo(app.dataDir, email, 'reset-password')));
    await page.submit({ password: 'court' }, 'reset');
    expect(page.says()).toBe('Utilisez au moins 8 caractères.');
    await page.submit({ password: 'un nouveau mot de passe' }, 'reset');
    expect(page.says()).toContain('Votre mot de passe est enregistré');
    await signIn(app.client, { email, password: 'un nouveau mot de passe' });
  });

  it('lets people join, with an account and without one', async () => {
    const owner = await signUp(app.client);
    const known = await signUp(app.client);
    const password = 'un mot de passe';
    for (const [email, action, secret] of [
      [known.email, 'sign-in', known.password],
      [newEmail(), 'sign-up', password],
    ] as const) {
      await owner.client.ask(`mutation { inviteMember(email: "${email}", role: MEMBER) }`);
      const page = await openPage(linkIn(await mailTo(app.dataDir, email, 'accept-invitation')));
      await page.submit({ email, password: secret, name: 'Dominique' }, action);
      expect(page.says()).toBe('Vous êtes maintenant membre. Connectez-vous à l’espace de travail.');
    }
    const { workspace } = await owner.client.ask<{ workspace: { members: object[] } }>(
      '{ workspace { members { role } } }',
    );
    expect(workspace.members).toHaveLength(3);
  });

  it.each(['/reset-password', '/accept-invitation'])(
    '%s lets its own script run and nothing else, in two languages',
    async (path) => {
      const texts: string[] = [];
      for (const language of ['fr', 'en']) {
        const reply = await app.client.with({ 'accept-language': language }).request('GET', path);
        const html = await reply.text();
        const script = /<script>([^]*)<\/script>/.exec(html)?.[1] ?? '';
        const policy = reply.headers.get('content-security-policy');
        expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
        expect(policy).toContain("default-src 'none'");
        expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(html).not.toMatch(/https?:\/\//);
        texts.push(html);
      }
      expect(texts[0]).not.toBe(texts[1]);
    },
  );
});
