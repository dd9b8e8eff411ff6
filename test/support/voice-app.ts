import { ContactsApiModule } from '../../src/contacts/index.js';
import { EventsModule } from '../../src/kernel/events/index.js';
import { HttpModule } from '../../src/kernel/http/index.js';
import { VoiceApiModule } from '../../src/voice/index.js';
import { WebhooksModule } from '../../src/webhooks/index.js';
import { startAccountsApp, type AccountsApp } from './accounts-app.js';

/** Accounts, contacts and voice behind a real HTTP server. */
export function startVoiceApp(databaseUrl: string): Promise<AccountsApp> {
  return startAccountsApp(databaseUrl, {}, [
    EventsModule,
    HttpModule,
    WebhooksModule,
    ContactsApiModule,
    VoiceApiModule,
  ]);
}
