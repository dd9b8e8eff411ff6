import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { CallbackController } from './authorization/callback.controller.js';
import { AgentIntegrationsResolver } from './catalogue/agent-integrations.resolver.js';
import { IntegrationsResolver } from './catalogue/integrations.resolver.js';
import { ConnectionFieldsResolver } from './connections/connection-fields.resolver.js';
import { ConnectionsLiveResolver } from './connections/connections-live.resolver.js';
import { ConnectionsResolver } from './connections/connections.resolver.js';
import { LiveConnections } from './connections/live-connections.js';
import { IntegrationsModule } from './integrations.module.js';
import { ProvidersModule } from './providers/providers.module.js';
import { VapiProvidersResolver } from './providers/vapi-providers.resolver.js';
import { IntegrationsController } from './rest/integrations.controller.js';
import { RestIntegrations } from './rest/rest-integrations.js';
import { KeyRotationResolver } from './vault/rotation/key-rotation.resolver.js';

/** Integrations over GraphQL and REST. */
@Module({
  imports: [AgentsModule, IntegrationsModule, ProvidersModule],
  controllers: [CallbackController, IntegrationsController],
  providers: [
    IntegrationsResolver,
    AgentIntegrationsResolver,
    ConnectionsResolver,
    ConnectionFieldsResolver,
    ConnectionsLiveResolver,
    LiveConnections,
    RestIntegrations,
    VapiProvidersResolver,
    KeyRotationResolver,
  ],
})
export class IntegrationsApiModule {}
