import { Module } from '@nestjs/common';
import { AccountsApiModule } from './accounts/index.js';
import { AgentsApiModule } from './agents/index.js';
import { CalendarApiModule } from './calendar/index.js';
import { ContactsApiModule } from './contacts/index.js';
import { IntegrationsApiModule } from './integrations/index.js';
import { GraphqlModule } from './kernel/graphql/index.js';
import {
  AlertsApiModule,
  AnsweringModule,
  CallControlApiModule,
  DiagnosisApiModule,
  LinesApiModule,
  ProvisioningApiModule,
  VoiceApiModule,
} from './voice/index.js';
import { WebhooksApiModule } from './webhooks/index.js';

/** The root of the API process: everything that answers over HTTP. */
@Module({
  imports: [
    GraphqlModule,
    AccountsApiModule,
    ContactsApiModule,
    AgentsApiModule,
    WebhooksApiModule,
    IntegrationsApiModule,
    VoiceApiModule,
    AnsweringModule,
    ProvisioningApiModule,
    AlertsApiModule,
    CallControlApiModule,
    LinesApiModule,
    DiagnosisApiModule,
    CalendarApiModule,
  ],
})
export class AppModule {}
