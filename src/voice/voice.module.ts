import './voice.personal-data.js';
import './assistants/assistants.personal-data.js';
import { Global, Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { ContactsModule } from '../contacts/index.js';
import { AssistantClients } from './assistants/assistant-clients.js';
import { AssistantLists } from './assistants/assistant-lists.js';
import { AssistantToolbox } from './assistants/assistant-toolbox.js';
import { AssistantsService } from './assistants/assistants.service.js';
import { VoiceAssistantRepository } from './assistants/voice-assistant.repository.js';
import { VoiceAssistants } from './assistants/voice-assistants.js';
import { StatisticsRepository } from './statistics/statistics.repository.js';
import { StatisticsService } from './statistics/statistics.service.js';
import { CallKeys } from '../webhooks/index.js';
import { CallKeyDirectory } from './webhook-events/call-key-directory.js';

const assistants = [
  VoiceAssistantRepository,
  VoiceAssistants,
  AssistantClients,
  AssistantLists,
  AssistantToolbox,
  AssistantsService,
];
const statistics = [StatisticsRepository, StatisticsService];

/** Assistants, their calls and what these cost. Global for the contracts of lower modules that it implements. */
@Global()
@Module({
  imports: [AccountsModule, ContactsModule],
  providers: [...assistants, ...statistics, { provide: CallKeys, useClass: CallKeyDirectory }],
  exports: [...assistants, ...statistics, CallKeys],
})
export class VoiceModule {}
