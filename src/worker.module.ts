import { Module } from '@nestjs/common';
import { AccountsWorkerModule } from './accounts/index.js';
import { CalendarWorkerModule } from './calendar/index.js';
import { ContactsWorkerModule } from './contacts/index.js';
import { IntegrationsWorkerModule } from './integrations/index.js';
import { QueueWorkerModule } from './kernel/queue/index.js';
import {
  AlertsWorkerModule,
  AnsweringModule,
  DiagnosisWorkerModule,
  ProvisioningWorkerModule,
  ReconciliationWorkerModule,
  VoiceWorkerModule,
} from './voice/index.js';
import { WebhooksWorkerModule } from './webhooks/index.js';

/** The root of the worker process: everything that runs jobs. */
@Module({
  imports: [
    AccountsWorkerModule,
    ContactsWorkerModule,
    WebhooksWorkerModule,
    IntegrationsWorkerModule,
    VoiceWorkerModule,
    AnsweringModule,
    ProvisioningWorkerModule,
    AlertsWorkerModule,
    DiagnosisWorkerModule,
    ReconciliationWorkerModule,
    CalendarWorkerModule,
    QueueWorkerModule.forRoot(),
  ],
})
export class WorkerModule {}
