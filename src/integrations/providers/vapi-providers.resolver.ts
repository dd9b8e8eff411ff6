import { Args, ArgsType, Context, Field, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { GraphqlContext, RequestLoader } from '../../kernel/graphql/index.js';
import {
  toVapiProviderCategoryType,
  VapiProviderCategoryType,
  VapiProviderType,
} from './graphql/vapi-provider.type.js';
import { VapiProvidersService } from './vapi-providers.service.js';

@ArgsType()
class VapiProvidersArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Words that a provider’s name or texts have to hold, in either language, whatever accents and case.',
  })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'The key of one category, such as voices.' })
  category?: string | null;
}

@Resolver(() => VapiProviderType)
export class VapiProvidersResolver {
  readonly #account = new RequestLoader<'account', ReadonlySet<string> | null>(async (ctx, keys) => {
    const connected = await this.providers.connected(ctx);
    return keys.map(() => connected);
  });

  constructor(private readonly providers: VapiProvidersService) {}

  @Query(() => [VapiProviderCategoryType], {
    description:
      'The providers that Vapi itself connects, by category; a category in which nothing fits is left out. They are ' +
      'connected in Vapi’s dashboard, not here.',
  })
  @RequirePermission('integrations:read')
  async vapiProviders(
    @Ctx() ctx: RequestContext,
    @Args() { search, category }: VapiProvidersArgs,
  ): Promise<VapiProviderCategoryType[]> {
    const found = await this.providers.list({ search: search ?? undefined, category: category ?? undefined });
    return found.map((each) => toVapiProviderCategoryType(each, ctx.locale));
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description:
      'Whether the workspace’s Vapi account has a credential of it, read live. Null when no account is connected, when ' +
      'Vapi cannot be reached, and where there is nothing to connect.',
  })
  async connected(
    @Parent() { credentials }: VapiProviderType,
    @Context() context: GraphqlContext,
  ): Promise<boolean | null> {
    if (credentials.length === 0) return null;
    const connected = await this.#account.load(context, 'account');
    return connected && credentials.some((slug) => connected.has(slug));
  }
}
