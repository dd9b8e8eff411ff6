import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import {
  Connection,
  NodeResolver,
  pageOf,
  splitGlobalId,
  type NodeSource,
  type Page,
} from '../../kernel/graphql/index.js';
import { assistantPrefix, fromAssistantId } from './assistant-id.js';
import { AssistantLists } from './assistant-lists.js';
import { AssistantsService } from './assistants.service.js';
import { CreateVoiceAssistantInput } from './graphql/create-voice-assistant.input.js';
import { UpdateVoiceAssistantInput } from './graphql/update-voice-assistant.input.js';
import { toVoiceAssistantType, VoiceAssistantType } from './graphql/voice-assistant.type.js';
import { VoiceAssistantsArgs } from './graphql/voice-assistants.args.js';

const VoiceAssistantConnection = Connection(VoiceAssistantType);

@Resolver(() => VoiceAssistantType)
@NodeResolver(assistantPrefix, { type: () => VoiceAssistantType, access: { permission: 'assistants:read' } })
export class AssistantsResolver implements NodeSource {
  constructor(
    private readonly assistants: AssistantsService,
    private readonly lists: AssistantLists,
  ) {}

  @Query(() => VoiceAssistantConnection, { description: 'The workspace’s assistants, newest first.' })
  @RequirePermission('assistants:read')
  voiceAssistants(@Ctx() ctx: RequestContext, @Args() args: VoiceAssistantsArgs): Promise<Page<VoiceAssistantType>> {
    return this.lists.page(ctx, pageOf(args), args.search ?? undefined);
  }

  @Query(() => VoiceAssistantType, { nullable: true, description: 'Null for one that is deleted or does not exist.' })
  @RequirePermission('assistants:read')
  async voiceAssistant(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<VoiceAssistantType | null> {
    const parts = splitGlobalId(id);
    return parts?.prefix === assistantPrefix ? this.lists.find(ctx, parts.id) : null;
  }

  @Mutation(() => VoiceAssistantType, {
    description: 'Makes an assistant. `{ context }` is enough: everything else has a default.',
  })
  @RequirePermission('assistants:write')
  async createVoiceAssistant(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateVoiceAssistantInput,
  ): Promise<VoiceAssistantType> {
    return toVoiceAssistantType(await this.assistants.create(ctx, input));
  }

  @Mutation(() => VoiceAssistantType, {
    description: 'Changes what is given and leaves the rest; lists are replaced whole.',
  })
  @RequirePermission('assistants:write')
  async updateVoiceAssistant(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: UpdateVoiceAssistantInput,
  ): Promise<VoiceAssistantType> {
    return toVoiceAssistantType(await this.assistants.update(ctx, fromAssistantId(id), input));
  }

  @Mutation(() => ID, { description: 'The assistant answers no more and is not listed; its calls stay.' })
  @RequirePermission('assistants:write')
  async deleteVoiceAssistant(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<string> {
    await this.assistants.delete(ctx, fromAssistantId(id));
    return id;
  }

  findNode(ctx: RequestContext, id: string): Promise<VoiceAssistantType | null> {
    return this.lists.find(ctx, id);
  }
}
