import { Module } from '@nestjs/common';
import { ClaimedEvents } from './relay/claimed-events.js';
import { ClaimWorker } from './relay/claim-worker.js';
import { ProcessClaimProcessor } from './relay/process-claim.processor.js';
import { Relay } from './relay/relay.js';
import { WorkMeter } from './relay/work-meter.js';
import { WebhooksModule } from './webhooks.module.js';

/** The relay, and the work on what it hands out. */
@Module({
  imports: [WebhooksModule],
  providers: [Relay, ClaimedEvents, ClaimWorker, WorkMeter, ProcessClaimProcessor],
})
export class WebhooksWorkerModule {}
