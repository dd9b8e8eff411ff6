import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule, AuditLog } from './accounts/index.js';
import { AuditTrail, ContextFactory } from './kernel/auth/index.js';
import { ConfigModule } from './kernel/config/index.js';
import { CryptoModule } from './kernel/crypto/index.js';
import { DatabaseModule } from './kernel/database/index.js';
import { EventsModule } from './kernel/events/index.js';
import { HealthModule } from './kernel/health/index.js';
import { HttpModule } from './kernel/http/index.js';
import { LifecycleModule } from './kernel/lifecycle/index.js';
import { ObservabilityModule } from './kernel/observability/index.js';
import { QueueModule } from './kernel/queue/index.js';
import type { Runtime } from './runtime.js';

/** Gives the kernel the implementations that accounts have of its contracts. */
@Global()
@Module({
  imports: [AccountsModule],
  providers: [ContextFactory, { provide: AuditTrail, useExisting: AuditLog }],
  exports: [AccountsModule, ContextFactory, AuditTrail],
})
class AccessModule {}

/** What both roots stand on. */
@Module({})
export class PlatformModule {
  static with({ config, log }: Pick<Runtime, 'config' | 'log'>): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.with(config),
        ObservabilityModule.with(log),
        LifecycleModule,
        DatabaseModule,
        CryptoModule,
        HttpModule,
        QueueModule,
        EventsModule,
        HealthModule,
        AccessModule,
      ],
    };
  }
}
