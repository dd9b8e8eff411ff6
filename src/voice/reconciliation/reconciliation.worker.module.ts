import { Module } from '@nestjs/common';
import { LinesModule } from '../lines/lines.module.js';
import { AnsweringModule } from '../providers/twilio/answering/answering.module.js';
import { VapiProvisioningModule } from '../providers/vapi/provisioning/vapi-provisioning.module.js';
import { AccountReconciler } from './account-reconciler.js';
import { CallBook } from './call-book.js';
import { PlanReconciliationProcessor } from './plan-reconciliation.processor.js';
import { PlatformCalls } from './platform-calls.js';
import { ReconcileAccountProcessor } from './reconcile-account.processor.js';
import { ReconciledLines } from './reconciled-lines.repository.js';
import { ReconciliationStates } from './reconciliation-states.repository.js';

/** What runs the jobs that compare calls with the platforms that carry them. */
@Module({
  imports: [LinesModule, AnsweringModule, VapiProvisioningModule],
  providers: [
    PlanReconciliationProcessor,
    ReconcileAccountProcessor,
    AccountReconciler,
    CallBook,
    PlatformCalls,
    ReconciledLines,
    ReconciliationStates,
  ],
})
export class ReconciliationWorkerModule {}
