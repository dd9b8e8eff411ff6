import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/index.js';
import { AssistantAccounts } from './assistant-accounts.js';
import { AssistantSync } from './assistant-sync.js';
import { DriftFinder } from './drift-finder.js';
import { FindDriftProcessor } from './find-drift.processor.js';
import { PlanDriftProcessor } from './plan-drift.processor.js';
import { ProvisioningModule } from './provisioning.module.js';
import { SyncAssistantProcessor } from './sync-assistant.processor.js';
import { SyncLedger } from './sync-ledger.js';

/** What runs the jobs of provisioning. */
@Module({
  imports: [AccountsModule, ProvisioningModule],
  providers: [
    SyncLedger,
    AssistantSync,
    SyncAssistantProcessor,
    AssistantAccounts,
    DriftFinder,
    PlanDriftProcessor,
    FindDriftProcessor,
  ],
})
export class ProvisioningWorkerModule {}
