import { Module } from '@nestjs/common';
import { RenewGrantsProcessor } from './authorization/renew-grants.processor.js';
import { TestConnectionProcessor } from './connections/test-connection.processor.js';
import { IntegrationsModule } from './integrations.module.js';
import { RotateKeysProcessor } from './vault/rotation/rotate-keys.processor.js';

/** What runs the jobs of integrations. */
@Module({
  imports: [IntegrationsModule],
  providers: [TestConnectionProcessor, RenewGrantsProcessor, RotateKeysProcessor],
})
export class IntegrationsWorkerModule {}
