import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { contextOf, GraphqlContext } from '../../kernel/graphql/index.js';
import { AssistantToolbox } from './assistant-toolbox.js';
import * as options from './catalogue/options.js';
import { AssistantOptionsType, ChoiceType } from './graphql/assistant-options.type.js';

@Resolver(() => AssistantOptionsType)
export class AssistantOptionsResolver {
  constructor(private readonly toolbox: AssistantToolbox) {}

  @Query(() => AssistantOptionsType, { description: 'What an assistant can be made of, in the reader’s language.' })
  @RequirePermission('assistants:read')
  assistantOptions(@Ctx() { locale }: RequestContext): AssistantOptionsType {
    return {
      modelProviders: options.modelProviderChoices(),
      models: options.modelChoices(),
      voiceProviders: options.voiceProviderChoices(),
      transcribers: options.transcriberChoices(),
      transcriberModels: options.transcriberModelChoices(),
      languages: options.languageChoices(),
      personalities: options.personalityChoices(locale),
      tools: this.toolbox.choices(locale),
      templates: options.templateChoices(locale),
    };
  }

  @ResolveField(() => [ChoiceType], { description: 'For `voiceId`; with a language, the voices that speak it.' })
  voices(
    @Parent() _options: AssistantOptionsType,
    @Args('language', { type: () => String, nullable: true, description: 'BCP 47, such as fr-FR.' })
    language: string | null | undefined,
    @Context() context: GraphqlContext,
  ): ChoiceType[] {
    return options.voiceChoices(contextOf(context).locale, language ?? undefined);
  }
}
