import './webhooks.personal-data.js';
import './webhooks.sealed.js';
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EndpointRepository } from './endpoints/endpoint.repository.js';
import { EndpointSecrets } from './endpoints/endpoint-secrets.js';
import { EndpointsService } from './endpoints/endpoints.service.js';
import { WebhookAddresses } from './endpoints/webhook-addresses.js';
import { WebhookEventRepository } from './events/webhook-event.repository.js';
import { WebhookEventsService } from './events/webhook-events.service.js';
import { WebhookSourceRegistry } from './webhook-source.registry.js';

/** What both processes need of webhooks: the sources, the endpoints, the stored events. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    WebhookSourceRegistry,
    EndpointRepository,
    EndpointSecrets,
    EndpointsService,
    WebhookAddresses,
    WebhookEventRepository,
    WebhookEventsService,
  ],
  exports: [WebhookSourceRegistry, EndpointSecrets, EndpointsService, WebhookAddresses, WebhookEventsService],
})
export class WebhooksModule {}
