import { Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { NodeResolver, type NodeSource } from '../../kernel/graphql/index.js';
import { ClientDirectory } from './client-directory.js';
import { clientPrefix, ClientType, toClientType } from './graphql/client.type.js';

@Resolver(() => ClientType)
@NodeResolver(clientPrefix, { type: () => ClientType, access: { permission: 'contacts:read' } })
export class ClientsResolver implements NodeSource {
  constructor(private readonly directory: ClientDirectory) {}

  @Query(() => [ClientType], {
    description: 'Whom the workspace’s assistants answer for, by name; the first thousand.',
  })
  @RequirePermission('contacts:read')
  async clients(@Ctx() ctx: RequestContext): Promise<ClientType[]> {
    return (await this.directory.list(ctx)).map(toClientType);
  }

  async findNode(ctx: RequestContext, id: string): Promise<ClientType | null> {
    const [client] = await this.directory.findByIds(ctx, [id]);
    return client ? toClientType(client) : null;
  }
}
