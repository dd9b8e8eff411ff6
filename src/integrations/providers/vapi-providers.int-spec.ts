import { Module } from '@nestjs/common';
import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { join, signUp, type Person } from '../../../test/support/people.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { toCredentialSlug, VapiAccountReader } from './vapi-account-reader.js';
import { VapiProvidersResolver } from './vapi-providers.resolver.js';
import { VapiProvidersService } from './vapi-providers.service.js';

/** A workspace’s account at Vapi, as it would be read from there. */
class AccountAtVapi extends VapiAccountReader {
  connected: ReadonlySet<string> | null = null;
  readonly askedBy: string[] = [];

  credentialProviders({ workspaceId }: RequestContext): Promise<ReadonlySet<string> | null> {
    this.askedBy.push(workspaceId);
    return Promise.resolve(this.connected);
  }
}

const account = new AccountAtVapi();

@Module({
  providers: [VapiProvidersService, VapiProvidersResolver, { provide: VapiAccountReader, useValue: account }],
})
class ProvidersUnderTest {}

let database: TestDatabase;
let app: AccountsApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startAccountsApp(database.url, {}, [ProvidersUnderTest]);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});
beforeEach(() => {
  account.connected = null;
  account.askedBy.length = 0;
});

interface Category {
  key: string;
  label: string;
  description: string;
  highlight: string | null;
  providers: { key: string; name: string; [field: string]: unknown }[];
}

const fields = `key label description highlight
  providers { key name description lifecycle note asOf inGuide highlighted dashboardUrl documentationUrl }`;

async function list(
  { client }: Pick<Person, 'client'>,
  variables: object = {},
  selected = fields,
): Promise<Category[]> {
  const query = `query ($search: String, $category: String) {
    vapiProviders(search: $search, category: $category) { ${selected} } }`;
  return (await client.ask<{ vapiProviders: Category[] }>(query, variables)).vapiProviders;
}

async function connections(person: Person, category: string): Promise<Record<string, unknown>> {
  const [found] = await list(person, { category }, 'key providers { key name connected }');
  return Object.fromEntries(found?.providers.map(({ key, connected }) => [key, connected]) ?? []);
}

describe('the list of Vapi’s providers', () => {
  it('comes in French, and in English for those who read it', async () => {
    const person = await signUp(app.client);
    const [french] = await list(person, { category: 'tools' });
    const [english] = await list({ client: person.client.with({ 'accept-language': 'en' }) }, { category: 'tools' });
    expect([french?.label, english?.label]).toEqual(['Outils', 'Tools']);
    expect(french?.highlight).toMatch(/^Google Calendar : l’assistant/);
    expect(english?.highlight).toMatch(/^Google Calendar: the assistant/);
    expect(english?.providers.find(({ key }) => key === 'google-calendar')).toEqual({
      key: 'google-calendar',
      name: 'Google Calendar',
      description: 'Checks when you are free and creates events.',
      lifecycle: 'AVAILABLE',
      note: 'Connected in Vapi’s dashboard, with a Google account. It neither moves nor cancels events.',
      asOf: '2026-08-20T00:00:00.000Z',
      inGuide: true,
      highlighted: true,
      dashboardUrl: 'https://dashboard.vapi.ai/settings/integrations#:~:text=Google%20Calendar',
      documentationUrl: 'https://docs.vapi.ai/tools/google-calendar',
    });
  });

  it('has nine categories, and fewer when something is looked for', async () => {
    const person = await signUp(app.client);
    expect(await list(person)).toHaveLength(9);
    expect((await list(person, { search: 'réseau' })).map(({ key }) => key)).toEqual(['phone-numbers']);
    expect(await list(person, { category: 'nothing' })).toEqual([]);
  });

  it('is for whoever may read integrations', async () => {
    const owner = await signUp(app.client);
    const viewer = await join(app.client, owner, 'VIEWER');
    expect(await list(viewer)).toHaveLength(9);
    const query = '{ vapiProviders { key } }';
    expect((await app.client.refusal(query)).code).toBe('UNAUTHENTICATED');
    const create = 'mutation { createApiKey(name: "k", permissions: ["calls:read"]) { secret } }';
    const { createApiKey } = await owner.client.ask<{ createApiKey: { secret: string } }>(create);
    expect((await app.client.bearer(createApiKey.secret).refusal(query)).code).toBe('FORBIDDEN');
  });
});

describe('what is connected', () => {
  it('is unknown without an account, or when it cannot be read', async () => {
    const person = await signUp(app.client);
    expect(new Set(Object.values(await connections(person, 'cloud-storage')))).toEqual(new Set([null]));
  });

  it('is what the account has, and stays unknown where there is nothing to connect', async () => {
    account.connected = new Set(['11labs', 'langfuse', toCredentialSlug({ provider: 's3' })]);
    const person = await signUp(app.client);
    expect(await connections(person, 'voices')).toMatchObject({
      '11labs': true,
      cartesia: false,
      vapi: null,
      neets: null,
    });
    expect(await connections(person, 'cloud-storage')).toMatchObject({ s3: true, gcp: false });
  });

  it('tells the services of one provider apart', async () => {
    account.connected = new Set([toCredentialSlug({ provider: 'azure', service: 'blob_storage' })]);
    const person = await signUp(app.client);
    expect(await connections(person, 'cloud-storage')).toMatchObject({ 'azure-blob-storage': true });
    expect(await connections(person, 'voices')).toMatchObject({ azure: false });
  });

  it('is read once for all that is asked, for the workspace that asks, and not unless it is asked for', async () => {
    account.connected = new Set();
    const person = await signUp(app.client);
    await list(person);
    expect(account.askedBy).toEqual([]);
    await list(person, {}, 'key providers { key connected }');
    expect(account.askedBy.map((id) => `workspace_${id}`)).toEqual([person.workspaceId]);
  });
});
