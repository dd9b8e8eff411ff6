import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { onlyFields } from '../../contacts/index.js';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { GraphqlContext, type PageInfoType } from '../../kernel/graphql/index.js';
import { fromAssistantId } from '../assistants/assistant-id.js';
import { AssistantLists } from '../assistants/assistant-lists.js';
import { AssistantNotFound } from '../assistants/assistants.errors.js';
import { AssistantsService } from '../assistants/assistants.service.js';
import { toVoiceAssistantType } from '../assistants/graphql/voice-assistant.type.js';
import { pageFrom, pageParameters, searchParameter } from './query.js';
import { RestAssistants } from './rest-assistant.js';

const listParameters = onlyFields({ ...pageParameters, search: searchParameter });

/** Assistants over REST: the same services, rights, names and errors as in GraphQL. */
@Controller('api/voice/assistants')
export class AssistantsController {
  constructor(
    private readonly assistants: AssistantsService,
    private readonly lists: AssistantLists,
    private readonly rest: RestAssistants,
  ) {}

  @Get()
  @RequirePermission('assistants:read')
  async list(
    @Ctx() ctx: RequestContext,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<{ data: object[]; pageInfo: PageInfoType }> {
    const { search, ...paging } = parseInput(listParameters, query, 'query');
    const { nodes, pageInfo } = await this.lists.page(ctx, pageFrom(paging), search);
    const context = new GraphqlContext(request);
    return { data: await Promise.all(nodes.map((node) => this.rest.present(context, node))), pageInfo };
  }

  @Get(':id')
  @RequirePermission('assistants:read')
  async read(@Ctx() ctx: RequestContext, @Param('id') id: string, @Req() request: FastifyRequest): Promise<object> {
    const assistant = await this.lists.find(ctx, fromAssistantId(id));
    if (!assistant) throw new AssistantNotFound(id);
    return this.rest.present(new GraphqlContext(request), assistant);
  }

  @Post()
  @RequirePermission('assistants:write')
  async create(@Ctx() ctx: RequestContext, @Body() body: unknown, @Req() request: FastifyRequest): Promise<object> {
    const assistant = await this.assistants.create(ctx, body);
    return this.rest.present(new GraphqlContext(request), toVoiceAssistantType(assistant));
  }

  /** What the body leaves out stays as it is. */
  @Put(':id')
  @RequirePermission('assistants:write')
  async update(@Ctx() ctx: RequestContext, @Param('id') id: string, @Req() request: FastifyRequest): Promise<object> {
    const assistant = await this.assistants.update(ctx, fromAssistantId(id), request.body);
    return this.rest.present(new GraphqlContext(request), toVoiceAssistantType(assistant));
  }

  @Delete(':id')
  @RequirePermission('assistants:write')
  async remove(@Ctx() ctx: RequestContext, @Param('id') id: string): Promise<{ id: string }> {
    await this.assistants.delete(ctx, fromAssistantId(id));
    return { id };
  }
}
