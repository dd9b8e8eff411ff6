import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { NodeResolver, type NodeSource } from '../../kernel/graphql/index.js';
import { PriceType, toPriceType } from './graphql/price.type.js';
import { SetPriceArgs } from './graphql/set-price.args.js';
import { pricePrefix } from './price-id.js';
import { PricesService } from './prices.service.js';

@Resolver(() => PriceType)
@NodeResolver(pricePrefix, { type: () => PriceType, access: { permission: 'calls:read' } })
export class PricesResolver implements NodeSource {
  constructor(private readonly service: PricesService) {}

  @Query(() => [PriceType], {
    description:
      'What vendors charge: the workspace’s own prices and the deployment’s, by item, those that count last first.',
  })
  @RequirePermission('calls:read')
  async prices(@Ctx() ctx: RequestContext): Promise<PriceType[]> {
    return (await this.service.list(ctx)).map(toPriceType);
  }

  @Mutation(() => PriceType, {
    description:
      'Sets what an item costs from a moment on, in place of what was set for the same moment. An owner sets it for the ' +
      'workspace; an ADMIN who has entered the deployment’s own workspace, for all that have set none. Costs of calls that ' +
      'are billed already stay.',
  })
  @RequirePermission('workspace:manage')
  async setPrice(@Ctx() ctx: RequestContext, @Args() price: SetPriceArgs): Promise<PriceType> {
    return toPriceType(await this.service.set(ctx, price));
  }

  async findNode(ctx: RequestContext, id: string): Promise<PriceType | null> {
    const row = await this.service.find(ctx, id);
    return row && toPriceType(row);
  }
}
