import { Module } from '@nestjs/common';
import { AssistantLoader } from '../calls/assistant-loader.js';
import { LinesModule } from './lines.module.js';
import { PhoneLineAssistantResolver } from './phone-line-assistant.resolver.js';
import { PhoneLinesResolver } from './phone-lines.resolver.js';

/** Telephone numbers over GraphQL. */
@Module({
  imports: [LinesModule],
  providers: [PhoneLinesResolver, PhoneLineAssistantResolver, AssistantLoader],
})
export class LinesApiModule {}
