import { randomBytes } from 'node:crypto';
import { ContactsApiModule } from '../../src/contacts/index.js';
import { IntegrationsApiModule, WorkspaceAccounts } from '../../src/integrations/index.js';
import { EventsModule } from '../../src/kernel/events/index.js';
import { HttpModule } from '../../src/kernel/http/index.js';
import { VapiStandIn } from '../../src/sandbox/index.js';
import { ProvisioningApiModule, ProvisioningWorkerModule, VoiceApiModule } from '../../src/voice/index.js';
import { WebhooksApiModule } from '../../src/webhooks/index.js';
import { startAccountsApp, type AccountsApp } from './accounts-app.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** What the played Vapi takes, of the operator and of workspaces that connect an account of their own. */
export const vapiKey = 'vapi-canary-key-0123456789';

const modules = [
  EventsModule,
  HttpModule,
  WebhooksApiModule,
  ContactsApiModule,
  IntegrationsApiModule,
  VoiceApiModule,
  ProvisioningApiModule,
  ProvisioningWorkerModule,
];

interface PlayedProvisioning {
  vapi: VapiStandIn;
  database: TestDatabase;
  /** Of an operator without an account at Vapi. */
  bare: AccountsApp;
  /** Of one with an account, in which workspaces stand side by side. */
  shared: AccountsApp;
}

/** Servers that bring assistants to a played Vapi, for the tests of the file that calls this. */
export function withProvisioning(): Readonly<PlayedProvisioning> {
  const played = {} as PlayedProvisioning;
  beforeAll(async () => {
    played.vapi = await VapiStandIn.open({ apiKey: vapiKey });
    played.database = await createTestDatabase();
    const { url } = played.vapi;
    const env = {
      PUBLIC_URL: 'https://agents.example.com',
      INTEGRATIONS_STAND_IN_URL: url,
      ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
    };
    const account = { VAPI_API_KEY: vapiKey, VAPI_BASE_URL: url, VAPI_WEBHOOK_SECRET: 'canary-secret-of-the-webhook' };
    played.bare = await startAccountsApp(played.database.url, env, modules);
    played.shared = await startAccountsApp(played.database.url, { ...env, ...account }, modules);
    for (const { app } of [played.bare, played.shared]) rememberNothing(app.get(WorkspaceAccounts, { strict: false }));
  }, 60_000);
  afterEach(() => {
    played.vapi.faults.clear();
  });
  afterAll(async () => {
    await played.bare.close();
    await played.shared.close();
    await played.vapi.close();
    await played.database.drop();
  });
  return played;
}

/** That an account was not there a moment ago need not be waited out. */
function rememberNothing(accounts: WorkspaceAccounts): void {
  let now = Date.now();
  Object.assign(accounts, { now: () => (now += 10_000) });
}
