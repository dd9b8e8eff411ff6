import { Module } from '@nestjs/common';
import { AccountsModule } from '../../../../accounts/index.js';
import { Conversation } from '../../../conversation/conversation.js';
import { ConversationRecord } from '../../../conversation/conversation-record.js';
import { ConversationTools } from '../../../conversation/conversation-tools.js';
import { RunningTurns } from '../../../conversation/running-turns.js';
import { Thinker } from '../../../conversation/thinker.js';
import { TurnLeader } from '../../../conversation/turn-leader.js';
import { TurnStore } from '../../../conversation/turn-store.js';
import { LanguageModel } from '../../../models/language-model.js';
import { SdkLanguageModel } from '../../../models/sdk-language-model.js';
import { VoiceModule } from '../../../voice.module.js';
import { AnsweredCalls } from './answered-calls.js';
import { CallUsage } from './call-usage.js';
import { DialledNumbers } from './dialled-numbers.js';
import { TwilioReplies } from './twilio-replies.js';
import { TwilioTokens } from './twilio-tokens.js';
import { TwilioWebhook } from './twilio.webhook.js';

const conversation = [
  Conversation,
  ConversationRecord,
  ConversationTools,
  RunningTurns,
  Thinker,
  TurnLeader,
  TurnStore,
  { provide: LanguageModel, useClass: SdkLanguageModel },
];

/** Calls that this server answers itself; it needs the connections of workspaces, whose tokens sign them. */
@Module({
  imports: [AccountsModule, VoiceModule],
  providers: [...conversation, AnsweredCalls, CallUsage, DialledNumbers, TwilioReplies, TwilioTokens, TwilioWebhook],
  exports: [AnsweredCalls, CallUsage, ConversationRecord],
})
export class AnsweringModule {}
