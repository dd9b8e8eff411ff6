import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { contactPrefix } from '../../contacts/index.js';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import {
  fromGlobalId,
  NodeResolver,
  pageOf,
  splitGlobalId,
  type NodeSource,
  type Page,
} from '../../kernel/graphql/index.js';
import { fromAssistantIdIfGiven } from '../assistants/assistant-id.js';
import { callPrefix, fromCallId } from './call-id.js';
import { CallsService } from './calls.service.js';
import { CallConnection, CallType } from './graphql/call.type.js';
import { CallsArgs, type CallFilterInput } from './graphql/calls.args.js';
import type { CallFilter } from './reading/call-filter.js';

@Resolver(() => CallType)
@NodeResolver(callPrefix, { type: () => CallType, access: { permission: 'calls:read' } })
export class CallsResolver implements NodeSource {
  constructor(private readonly calls: CallsService) {}

  @Query(() => CallConnection, { name: 'calls', description: 'Calls, those that began last first.' })
  @RequirePermission('calls:read')
  list(@Ctx() ctx: RequestContext, @Args() args: CallsArgs): Promise<Page<CallType>> {
    return this.calls.page(ctx, pageOf(args), toFilter(args.filter ?? {}));
  }

  @Query(() => CallType, { nullable: true, description: 'Null for one that does not exist.' })
  @RequirePermission('calls:read')
  async call(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<CallType | null> {
    const parts = splitGlobalId(id);
    return parts?.prefix === callPrefix ? this.calls.find(ctx, parts.id) : null;
  }

  @Mutation(() => CallType, {
    description: 'Says how satisfied the caller was, from 1 to 5; it replaces what an analysis found.',
  })
  @RequirePermission('calls:write')
  rateCall(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('satisfaction', { type: () => Int }) satisfaction: number,
  ): Promise<CallType> {
    return this.calls.rate(ctx, fromCallId(id), satisfaction);
  }

  findNode(ctx: RequestContext, id: string): Promise<CallType | null> {
    return this.calls.find(ctx, id);
  }
}

function toFilter({ assistantId, contactId, ...filter }: CallFilterInput): CallFilter {
  return {
    ...filter,
    assistantId: fromAssistantIdIfGiven(assistantId),
    contactId: contactId === null || contactId === undefined ? undefined : fromGlobalId(contactPrefix, contactId),
  };
}
