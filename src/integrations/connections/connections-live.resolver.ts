import { Resolver, Subscription } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { IntegrationConnectionType } from './graphql/integration-connection.type.js';
import { LiveConnections } from './live-connections.js';

@Resolver()
export class ConnectionsLiveResolver {
  constructor(private readonly live: LiveConnections) {}

  @Subscription(() => IntegrationConnectionType, {
    description: 'A connection whenever it changes: configured, tested, signed in, expired, disconnected.',
  })
  @RequirePermission('integrations:read')
  integrationConnectionUpdated(
    @Ctx() ctx: RequestContext,
  ): AsyncIterable<{ integrationConnectionUpdated: IntegrationConnectionType }> {
    return this.live.changes(ctx);
  }
}
