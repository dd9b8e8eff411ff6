import { Module } from '@nestjs/common';
import { WebhookEndpointsResolver } from './endpoints/webhook-endpoints.resolver.js';
import { WebhookEventsResolver } from './events/webhook-events.resolver.js';
import { Inbox } from './inbox/inbox.js';
import { BacklogGauge } from './intake/backlog-gauge.js';
import { EndpointDirectory } from './intake/endpoint-directory.js';
import { EndpointLimits } from './intake/endpoint-limits.js';
import { EndpointProofs } from './intake/endpoint-proofs.js';
import { IntakeMeter } from './intake/intake-meter.js';
import { IntakePools } from './intake/intake-pools.js';
import { Intake } from './intake/intake.service.js';
import { WebhookRoutes } from './intake/webhook-routes.js';
import { WebhooksModule } from './webhooks.module.js';

/** The routes of the platforms, and the GraphQL part. */
@Module({
  imports: [WebhooksModule],
  providers: [
    IntakePools,
    BacklogGauge,
    IntakeMeter,
    EndpointLimits,
    EndpointDirectory,
    EndpointProofs,
    Inbox,
    Intake,
    WebhookRoutes,
    WebhookEventsResolver,
    WebhookEndpointsResolver,
  ],
  exports: [IntakePools, EndpointProofs],
})
export class WebhooksApiModule {}
