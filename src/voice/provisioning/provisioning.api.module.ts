import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/index.js';
import { AssistantImports } from './imports/assistant-imports.js';
import { AssistantRows } from './imports/assistant-rows.js';
import { ImportableAssistants } from './imports/importable-assistants.js';
import { ProvisioningModule } from './provisioning.module.js';
import { ProvisioningResolver } from './provisioning.resolver.js';
import { SyncOrders } from './sync-orders.js';

/** Provisioning over GraphQL, and what puts its jobs where assistants are declared. */
@Module({
  imports: [AccountsModule, ProvisioningModule],
  providers: [ProvisioningResolver, SyncOrders, AssistantImports, AssistantRows, ImportableAssistants],
})
export class ProvisioningApiModule {}
