import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { ContactsModule } from '../contacts/index.js';
import { AssistantFieldsResolver } from './assistants/assistant-fields.resolver.js';
import { AssistantOptionsResolver } from './assistants/assistant-options.resolver.js';
import { AssistantsLiveResolver } from './assistants/live/assistants-live.resolver.js';
import { LiveAssistants } from './assistants/live/live-assistants.js';
import { AssistantsResolver } from './assistants/assistants.resolver.js';
import { AssistantsController } from './rest/assistants.controller.js';
import { AssistantLoader } from './calls/assistant-loader.js';
import { CallFieldsResolver } from './calls/call-fields.resolver.js';
import { CallMessageNodes, ToolInvocationNodes } from './calls/call-part.nodes.js';
import { CallsResolver } from './calls/calls.resolver.js';
import { CallsLiveResolver } from './calls/live/calls-live.resolver.js';
import { LiveCalls } from './calls/live/live-calls.js';
import { Recordings } from './calls/recording/recordings.js';
import { PricesResolver } from './prices/prices.resolver.js';
import { RecordingsController } from './calls/recording/recordings.controller.js';
import { CallsController } from './rest/calls.controller.js';
import { RestAssistants } from './rest/rest-assistant.js';
import { RestCalls } from './rest/rest-calls.js';
import { StatsController } from './rest/stats.controller.js';
import { StatisticsResolver } from './statistics/statistics.resolver.js';
import { StatsLoader } from './statistics/stats-loader.js';
import { VoiceModule } from './voice.module.js';
import { WebhookEventCallResolver } from './webhook-events/webhook-event-call.resolver.js';
import { WebhookEventWorkspaceResolver } from './webhook-events/webhook-event-workspace.resolver.js';

const assistants = [
  AssistantsResolver,
  AssistantFieldsResolver,
  AssistantOptionsResolver,
  AssistantsLiveResolver,
  LiveAssistants,
];
const statistics = [StatisticsResolver, StatsLoader];
const calls = [
  CallsResolver,
  CallFieldsResolver,
  CallsLiveResolver,
  LiveCalls,
  AssistantLoader,
  CallMessageNodes,
  ToolInvocationNodes,
  Recordings,
];

/** Voice over GraphQL and REST. */
@Module({
  imports: [AccountsModule, ContactsModule, VoiceModule],
  controllers: [AssistantsController, CallsController, StatsController, RecordingsController],
  providers: [
    ...assistants,
    ...statistics,
    ...calls,
    PricesResolver,
    RestAssistants,
    RestCalls,
    WebhookEventWorkspaceResolver,
    WebhookEventCallResolver,
  ],
})
export class VoiceApiModule {}
