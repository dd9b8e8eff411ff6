import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { ConnectionTests } from '../connections/connection-tests.service.js';
import { ConnectionsService } from '../connections/connections.service.js';
import { Disconnection } from '../connections/disconnection.service.js';
import { RestIntegrations, type RestAgent } from './rest-integrations.js';

const nameField = z.string().optional();
const configureBody = z.strictObject({
  credentials: z.record(z.string(), z.string()),
  mode: z.string().optional(),
  name: nameField,
});
const choiceBody = z.strictObject({ name: nameField });

/** Integrations over REST: the same services, rights and errors as in GraphQL. Agents are named by id or key. */
@Controller('api/integrations')
export class IntegrationsController {
  constructor(
    private readonly rest: RestIntegrations,
    private readonly connections: ConnectionsService,
    private readonly tests: ConnectionTests,
    private readonly disconnection: Disconnection,
  ) {}

  @Get()
  @RequirePermission('integrations:read')
  async list(@Ctx() ctx: RequestContext): Promise<{ data: RestAgent[]; workspace: object[]; pageInfo: object }> {
    const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    return { data: await this.rest.all(ctx), workspace: await this.rest.ofWorkspace(ctx), pageInfo };
  }

  @Get(':agentId')
  @RequirePermission('integrations:read')
  ofAgent(@Ctx() ctx: RequestContext, @Param('agentId') agentId: string): Promise<RestAgent> {
    return this.rest.ofAgent(ctx, agentId);
  }

  @Get(':agentId/:integrationId')
  @RequirePermission('integrations:read')
  one(
    @Ctx() ctx: RequestContext,
    @Param('agentId') agentId: string,
    @Param('integrationId') integrationId: string,
  ): Promise<object> {
    return this.rest.one(ctx, agentId, integrationId);
  }

  @Post(':agentId/:integrationId/configure')
  @HttpCode(200)
  @RequirePermission('integrations:manage')
  async configure(@Ctx() ctx: RequestContext, @Param() pair: PairParams, @Body() body: unknown): Promise<object> {
    const { credentials, mode, name } = parseInput(configureBody, body, 'body');
    const values = Object.entries(credentials).map(([key, value]) => ({ key, value }));
    return this.rest.present(ctx, await this.connections.configure(ctx, { ...pair, name }, { values, mode }));
  }

  /** Tries the credentials out, and answers with what the vendor said. */
  @Post(':agentId/:integrationId/connect')
  @HttpCode(200)
  @RequirePermission('integrations:manage')
  async connect(@Ctx() ctx: RequestContext, @Param() pair: PairParams, @Body() body: unknown): Promise<object> {
    const { name } = parseInput(choiceBody, body ?? {}, 'body');
    return this.rest.present(ctx, await this.tests.test(ctx, { ...pair, name }));
  }

  @Post(':agentId/:integrationId/disconnect')
  @HttpCode(200)
  @RequirePermission('integrations:manage')
  async disconnect(@Ctx() ctx: RequestContext, @Param() pair: PairParams, @Body() body: unknown): Promise<object> {
    const { name } = parseInput(choiceBody, body ?? {}, 'body');
    return this.rest.present(ctx, await this.disconnection.disconnect(ctx, { ...pair, name }));
  }
}

interface PairParams {
  agentId: string;
  integrationId: string;
}
