import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoaders, UserType, WorkspaceType } from '../../accounts/index.js';
import { ClientType, ContactLoaders } from '../../contacts/index.js';
import { assertAllowed } from '../../kernel/auth/index.js';
import { contextOf, DateTimeScalar, EmailAddressScalar, GraphqlContext } from '../../kernel/graphql/index.js';
import { VoiceStatsType } from '../statistics/graphql/voice-stats.type.js';
import { StatsLoader } from '../statistics/stats-loader.js';
import { VoiceAssistantType } from './graphql/voice-assistant.type.js';

@ArgsType()
class AssistantStatsArgs {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that began then or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that began before.' })
  to?: Date | null;
}

/** What stands beside an assistant's own row: read once for a whole page. */
@Resolver(() => VoiceAssistantType)
export class AssistantFieldsResolver {
  constructor(
    private readonly accounts: AccountLoaders,
    private readonly contacts: ContactLoaders,
    private readonly stats: StatsLoader,
  ) {}

  @ResolveField(() => WorkspaceType)
  workspace(assistant: VoiceAssistantType, _args: unknown, context: GraphqlContext): Promise<WorkspaceType | null> {
    return this.accounts.workspace(context, assistant.links.workspaceId);
  }

  @ResolveField(() => ClientType, { description: 'Whom it answers for.' })
  client(assistant: VoiceAssistantType, _args: unknown, context: GraphqlContext): Promise<ClientType | null> {
    return this.contacts.client(context, assistant.links.clientId);
  }

  @ResolveField(() => String)
  async clientName(
    assistant: VoiceAssistantType,
    _args: unknown,
    context: GraphqlContext,
  ): Promise<string | undefined> {
    return (await this.contacts.client(context, assistant.links.clientId))?.name;
  }

  @ResolveField(() => EmailAddressScalar, { nullable: true })
  async clientEmail(assistant: VoiceAssistantType, _args: unknown, context: GraphqlContext): Promise<string | null> {
    return (await this.contacts.client(context, assistant.links.clientId))?.email ?? null;
  }

  @ResolveField(() => UserType, { nullable: true, description: 'Who made it; null when an API key did.' })
  async owner(assistant: VoiceAssistantType, _args: unknown, context: GraphqlContext): Promise<UserType | null> {
    const { ownerId } = assistant.links;
    return ownerId === null ? null : this.accounts.user(context, ownerId);
  }

  @ResolveField('stats', () => VoiceStatsType, { description: 'Its calls; of all time unless the period is bounded.' })
  statistics(
    @Parent() assistant: VoiceAssistantType,
    @Args() { from, to }: AssistantStatsArgs,
    @Context() context: GraphqlContext,
  ): Promise<VoiceStatsType> {
    assertAllowed(contextOf(context), { permission: 'calls:read' });
    return this.stats.load(context, assistant.links.uuid, { from: from ?? undefined, to: to ?? undefined });
  }
}
