import { ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoaders, WorkspaceType } from '../../accounts/index.js';
import { ContactLoaders, ContactType } from '../../contacts/index.js';
import { assertAllowed } from '../../kernel/auth/index.js';
import { Config } from '../../kernel/config/index.js';
import { contextOf, MoneyType, type GraphqlContext, UrlScalar } from '../../kernel/graphql/index.js';
import { VoiceAssistantType } from '../assistants/graphql/voice-assistant.type.js';
import { AssistantLoader } from './assistant-loader.js';
import {
  CallMessageType,
  CallTransferType,
  CallType,
  CostLineType,
  ToolInvocationType,
  TranscriptSegmentType,
} from './graphql/call.type.js';
import { CallParts } from './reading/call-parts.js';
import { recordingUrl } from './recording/recording-url.js';

/** What stands beside a call's own row: read once for a whole page, and only where it is asked for. */
@Resolver(() => CallType)
export class CallFieldsResolver {
  constructor(
    private readonly accounts: AccountLoaders,
    private readonly contacts: ContactLoaders,
    private readonly assistants: AssistantLoader,
    private readonly parts: CallParts,
    private readonly config: Config,
  ) {}

  @ResolveField(() => WorkspaceType)
  workspace(call: CallType, _args: unknown, context: GraphqlContext): Promise<WorkspaceType | null> {
    return this.accounts.workspace(context, call.workspaceId);
  }

  @ResolveField(() => VoiceAssistantType, { nullable: true, description: 'Null when nobody has declared it here.' })
  assistant(call: CallType, _args: unknown, context: GraphqlContext): Promise<VoiceAssistantType | null> | null {
    assertAllowed(contextOf(context), { permission: 'assistants:read' });
    return call.assistantId === null ? null : this.assistants.load(context, call.assistantId);
  }

  @ResolveField(() => ContactType, { nullable: true, description: 'The other party.' })
  contact(call: CallType, _args: unknown, context: GraphqlContext): Promise<ContactType | null> | null {
    assertAllowed(contextOf(context), { permission: 'contacts:read' });
    return call.contactId === null ? null : this.contacts.contact(context, call.contactId);
  }

  @ResolveField(() => MoneyType, { nullable: true, description: 'Null until the report is there.' })
  cost({ amount, currency }: CallType): MoneyType | null {
    return amount === null || currency === null ? null : { amount, currency };
  }

  @ResolveField(() => UrlScalar, {
    nullable: true,
    description: 'Of this server: it asks for the same proof of who you are as this query.',
  })
  recordingUrl(call: CallType): string | null {
    return call.hasRecording ? recordingUrl(this.config, call.id) : null;
  }

  @ResolveField(() => [CostLineType])
  costLines(call: CallType, _args: unknown, context: GraphqlContext): Promise<CostLineType[]> {
    return this.parts.costLines(context, call);
  }

  @ResolveField(() => [TranscriptSegmentType])
  transcript(call: CallType, _args: unknown, context: GraphqlContext): Promise<TranscriptSegmentType[]> {
    return this.parts.transcript(context, call);
  }

  @ResolveField(() => [ToolInvocationType])
  toolInvocations(call: CallType, _args: unknown, context: GraphqlContext): Promise<ToolInvocationType[]> {
    return this.parts.invocations(context, call);
  }

  @ResolveField(() => [CallMessageType], { description: 'Left for a person.' })
  messages(call: CallType, _args: unknown, context: GraphqlContext): Promise<CallMessageType[]> {
    return this.parts.messages(context, call);
  }

  @ResolveField(() => [CallTransferType])
  transfers(call: CallType, _args: unknown, context: GraphqlContext): Promise<CallTransferType[]> {
    return this.parts.transfers(context, call);
  }
}
