import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/index.js';
import { AssistantLines } from '../lines/assistant-lines.js';
import { LineAssignments } from '../lines/line-assignments.js';
import { LinesModule } from '../lines/lines.module.js';
import { VapiProvisioningModule } from '../providers/vapi/provisioning/vapi-provisioning.module.js';
import { AssistantWishes } from './assistant-wishes.js';
import { ProvisioningPlans } from './provisioning-plans.js';
import { SyncStates } from './sync-states.repository.js';
import { VapiServers } from './vapi-servers.js';

/** What brings assistants to where they answer; it needs the connections of the workspace, which calls do without. */
@Module({
  imports: [AccountsModule, VapiProvisioningModule, LinesModule],
  providers: [
    VapiServers,
    AssistantWishes,
    ProvisioningPlans,
    SyncStates,
    { provide: LineAssignments, useExisting: AssistantLines },
  ],
  exports: [VapiProvisioningModule, VapiServers, AssistantWishes, ProvisioningPlans, SyncStates, LineAssignments],
})
export class ProvisioningModule {}
