import './voice.personal-data.js';
import './assistants/assistants.personal-data.js';
import './lines/lines.personal-data.js';
import './prices/prices.personal-data.js';
import './reconciliation/reconciliation.personal-data.js';
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccountsModule } from '../accounts/index.js';
import { ContactsModule } from '../contacts/index.js';
import { AssistantAnnouncer } from './assistants/assistant-announcer.js';
import { AssistantClients } from './assistants/assistant-clients.js';
import { AssistantLists } from './assistants/assistant-lists.js';
import { AssistantToolbox } from './assistants/assistant-toolbox.js';
import { AssistantsService } from './assistants/assistants.service.js';
import { VoiceAssistantRepository } from './assistants/voice-assistant.repository.js';
import { VoiceAssistants } from './assistants/voice-assistants.js';
import { StatisticsRepository } from './statistics/statistics.repository.js';
import { StatisticsService } from './statistics/statistics.service.js';
import { CallBilling } from './calls/costs/call-billing.js';
import { PriceRepository } from './prices/price.repository.js';
import { PricesService } from './prices/prices.service.js';
import { CallIds } from './calls/call-ids.js';
import { CallLoader } from './calls/call-loader.js';
import { CallsService } from './calls/calls.service.js';
import { CallParts } from './calls/reading/call-parts.js';
import { CallReader } from './calls/reading/call-reader.js';
import { TranscriptReader } from './calls/reading/transcript-reader.js';
import { CallAnnouncer } from './calls/record/call-announcer.js';
import { CallAttribution } from './calls/record/call-attribution.js';
import { CallRecorder } from './calls/record/call-recorder.js';
import { PhoneLineRepository } from './lines/phone-line.repository.js';
import { PhoneLines } from './lines/phone-lines.service.js';
import { NativeTools } from './native-tools/native-tools.js';
import { VapiDoor } from './providers/vapi/vapi-door.js';
import { VapiOwners } from './providers/vapi/vapi-owners.js';
import { TransferRequests } from './providers/vapi/transfer-requests.js';
import { VapiTools } from './providers/vapi/provisioning/vapi-tools.js';
import { VapiReplies } from './providers/vapi/vapi-replies.js';
import { VapiWebhook } from './providers/vapi/vapi.webhook.js';
import { OwnTools } from './assistants/own-tools.js';
import { CallAssistants } from './tools/call-assistants.js';
import { LeaveMessageTool } from './tools/leave-message.tool.js';
import { ToolLedger } from './tools/tool-ledger.js';
import { ToolRegistry } from './tools/tool.registry.js';
import { ToolRunner } from './tools/tool-runner.js';
import { ToolTimes } from './tools/tool-times.js';
import { TransferToHumanTool } from './tools/transfer-to-human.tool.js';
import { CallKeys } from '../webhooks/index.js';
import { CallKeyDirectory } from './webhook-events/call-key-directory.js';

const assistants = [
  VoiceAssistantRepository,
  VoiceAssistants,
  AssistantClients,
  AssistantLists,
  AssistantToolbox,
  AssistantAnnouncer,
  AssistantsService,
];
const statistics = [StatisticsRepository, StatisticsService, ToolTimes];
const calls = [
  CallAttribution,
  CallBilling,
  CallAnnouncer,
  NativeTools,
  CallRecorder,
  CallReader,
  CallParts,
  TranscriptReader,
  CallsService,
  CallLoader,
  CallIds,
];
const lines = [PhoneLineRepository, PhoneLines];
const prices = [PriceRepository, PricesService];
const tools = [ToolLedger, ToolRunner, CallAssistants, LeaveMessageTool, TransferToHumanTool];
const vapi = [VapiOwners, VapiDoor, VapiReplies, TransferRequests, VapiTools, VapiWebhook];

/** Assistants, their calls and what these cost. Global for the contracts of lower modules that it implements. */
@Global()
@Module({
  imports: [AccountsModule, ContactsModule, DiscoveryModule],
  providers: [
    ...assistants,
    ...statistics,
    ...calls,
    ...lines,
    ...prices,
    ...tools,
    ...vapi,
    ToolRegistry,
    { provide: OwnTools, useExisting: ToolRegistry },
    { provide: CallKeys, useClass: CallKeyDirectory },
  ],
  exports: [
    ...assistants,
    ...statistics,
    ...calls,
    ...lines,
    ...prices,
    VapiOwners,
    VapiTools,
    ToolLedger,
    ToolRunner,
    ToolRegistry,
    OwnTools,
    CallKeys,
  ],
})
export class VoiceModule {}
