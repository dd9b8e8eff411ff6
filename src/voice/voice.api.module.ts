import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { ContactsModule } from '../contacts/index.js';
import { AssistantFieldsResolver } from './assistants/assistant-fields.resolver.js';
import { AssistantOptionsResolver } from './assistants/assistant-options.resolver.js';
import { AssistantsResolver } from './assistants/assistants.resolver.js';
import { AssistantsController } from './rest/assistants.controller.js';
import { RestAssistants } from './rest/rest-assistant.js';
import { StatsController } from './rest/stats.controller.js';
import { StatisticsResolver } from './statistics/statistics.resolver.js';
import { StatsLoader } from './statistics/stats-loader.js';
import { VoiceModule } from './voice.module.js';

const assistants = [AssistantsResolver, AssistantFieldsResolver, AssistantOptionsResolver];
const statistics = [StatisticsResolver, StatsLoader];

/** Voice over GraphQL and REST. */
@Module({
  imports: [AccountsModule, ContactsModule, VoiceModule],
  controllers: [AssistantsController, StatsController],
  providers: [...assistants, ...statistics, RestAssistants],
})
export class VoiceApiModule {}
