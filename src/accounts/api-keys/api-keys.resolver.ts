import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { fromGlobalId, NodeResolver, type NodeSource } from '../../kernel/graphql/index.js';
import { apiKeyPrefix } from '../global-id-prefixes.js';
import { ApiKeyNotFound } from './api-keys.errors.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKeyType, NewApiKeyType, toApiKeyType } from './graphql/api-key.type.js';
import { CreateApiKeyArgs } from './graphql/create-api-key.args.js';

@Resolver(() => ApiKeyType)
@NodeResolver(apiKeyPrefix, { type: () => ApiKeyType, access: { permission: 'keys:manage' } })
export class ApiKeysResolver implements NodeSource {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Query(() => [ApiKeyType], {
    name: 'apiKeys',
    description: 'The workspace’s keys that were not revoked, newest first.',
  })
  @RequirePermission('keys:manage')
  async list(@Ctx() ctx: RequestContext): Promise<ApiKeyType[]> {
    return (await this.apiKeys.list(ctx)).map(toApiKeyType);
  }

  @Mutation(() => NewApiKeyType, { description: 'Makes a key. Its secret is in the answer and nowhere else.' })
  @RequirePermission('keys:manage')
  async createApiKey(@Ctx() ctx: RequestContext, @Args() args: CreateApiKeyArgs): Promise<NewApiKeyType> {
    const { apiKey, secret } = await this.apiKeys.create(ctx, args);
    return { apiKey: toApiKeyType(apiKey), secret };
  }

  @Mutation(() => ID, { description: 'Ends a key within seconds.' })
  @RequirePermission('keys:manage')
  async revokeApiKey(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<string> {
    await this.apiKeys.revoke(
      ctx,
      fromGlobalId(apiKeyPrefix, id, () => new ApiKeyNotFound(id)),
    );
    return id;
  }

  async findNode(ctx: RequestContext, id: string): Promise<ApiKeyType | null> {
    const key = await this.apiKeys.find(ctx, id);
    return key && toApiKeyType(key);
  }
}
