import { Global, Module } from '@nestjs/common';
import { ContactsApiModule } from '../../src/contacts/index.js';
import { OwnTools } from '../../src/voice/assistants/own-tools.js';
import { VoiceApiModule } from '../../src/voice/index.js';
import { startAccountsApp, type AccountsApp } from './accounts-app.js';

const tools = {
  list: () => [
    { key: 'transfer_to_human', label: { en: 'Put through to a person', fr: 'Passer une personne' } },
    { key: 'leave_message', label: { en: 'Take a message', fr: 'Prendre un message' } },
  ],
};

@Global()
@Module({ providers: [{ provide: OwnTools, useValue: tools }], exports: [OwnTools] })
class ToolsModule {}

/** Accounts, contacts and voice behind a real HTTP server. */
export function startVoiceApp(databaseUrl: string): Promise<AccountsApp> {
  return startAccountsApp(databaseUrl, {}, [ToolsModule, ContactsApiModule, VoiceApiModule]);
}
