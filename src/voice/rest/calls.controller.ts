import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { contactPrefix, onlyFields, phoneNumber } from '../../contacts/index.js';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { fromGlobalId, GraphqlContext, type PageInfoType } from '../../kernel/graphql/index.js';
import { fromAssistantId } from '../assistants/assistant-id.js';
import { fromCallId } from '../calls/call-id.js';
import { CallsService } from '../calls/calls.service.js';
import { callDirections, callOutcomes } from '../calls/merge/call-status.js';
import type { CallFilter } from '../calls/reading/call-filter.js';
import { idParameter, momentParameter, oneOfParameter, pageFrom, pageParameters, searchParameter } from './query.js';
import { RestCalls } from './rest-calls.js';
import { restStatuses, withRestStatus } from './rest-status.js';

const listParameters = onlyFields({
  ...pageParameters,
  assistantId: idParameter,
  contactId: idParameter,
  status: oneOfParameter(restStatuses),
  outcome: oneOfParameter(callOutcomes),
  direction: oneOfParameter(callDirections),
  // A plus sign that was not encoded arrives as a space.
  number: z.preprocess(
    (value) => (typeof value === 'string' ? value.replace(/^ /, '+') : value),
    phoneNumber.optional(),
  ),
  from: momentParameter,
  to: momentParameter,
  search: searchParameter,
});

/** Calls over REST: the same services, rights, names and errors as in GraphQL; three statuses instead of six. */
@Controller('api/voice/calls')
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly rest: RestCalls,
  ) {}

  @Get()
  @RequirePermission('calls:read')
  async list(
    @Ctx() ctx: RequestContext,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<{ data: object[]; pageInfo: PageInfoType }> {
    const parsed = parseInput(listParameters, query, 'query');
    const { nodes, pageInfo } = await this.calls.page(ctx, pageFrom(parsed), filterOf(parsed));
    const context = new GraphqlContext(request);
    return { data: await Promise.all(nodes.map((node) => this.rest.present(context, node))), pageInfo };
  }

  @Get(':id')
  @RequirePermission('calls:read')
  async read(@Ctx() ctx: RequestContext, @Param('id') id: string, @Req() request: FastifyRequest): Promise<object> {
    const call = await this.calls.get(ctx, fromCallId(id));
    return this.rest.presentWhole(new GraphqlContext(request), call);
  }
}

function filterOf(parsed: z.output<typeof listParameters>): CallFilter {
  const { assistantId, contactId, status, outcome, direction, number, from, to, search } = parsed;
  return {
    ...{ outcome, direction, number, from, to, search },
    ...withRestStatus(status),
    ...(assistantId !== undefined && { assistantId: fromAssistantId(assistantId) }),
    ...(contactId !== undefined && { contactId: fromGlobalId(contactPrefix, contactId) }),
  };
}
