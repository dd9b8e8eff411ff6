import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { Public, Unauthenticated } from '../../auth/index.js';
import { contextOf, GraphqlContext } from '../request/graphql-context.js';
import { NodeRegistry } from './node-registry.js';
import { NodeType } from './node.type.js';

@Resolver()
export class NodeQueryResolver {
  constructor(private readonly nodes: NodeRegistry) {}

  /** Open at the guard because the right that it takes depends on the kind of thing; checked in the registry. */
  @Query(() => NodeType, { nullable: true, description: 'Anything that has an id, found by it.' })
  @Public()
  async node(@Context() context: GraphqlContext, @Args('id', { type: () => ID }) id: string): Promise<object> {
    const { authenticationFault } = context.request;
    if (authenticationFault !== undefined) throw authenticationFault;
    const ctx = contextOf(context);
    if (ctx.actor.kind === 'anonymous') throw new Unauthenticated();
    return this.nodes.find(ctx, id);
  }
}
