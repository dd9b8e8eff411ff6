import { Injectable } from '@nestjs/common';
import { ClientDirectory, ClientNotFound, clientPrefix, type KnownClient } from '../../contacts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { fromGlobalId } from '../../kernel/graphql/index.js';

/** For whom an assistant shall answer, as an input says it: by id, or by name, and with which address. */
export interface WantedClient {
  clientId?: string | undefined;
  clientName?: string | undefined;
  clientEmail?: string | null | undefined;
}

/** Finds or makes the client that an input speaks of. */
@Injectable()
export class AssistantClients {
  constructor(private readonly clients: ClientDirectory) {}

  /**
   * @param otherwise the client's name when the input names none.
   * @throws ClientNotFound
   */
  async forNew(ctx: RequestContext, wanted: WantedClient, otherwise: string): Promise<KnownClient> {
    const { clientId, clientName = otherwise, clientEmail } = wanted;
    if (clientId === undefined) return this.clients.findOrCreate(ctx, { name: clientName, email: clientEmail });
    return this.known(ctx, clientId, clientEmail);
  }

  /**
   * The client before and after the change. An address given alone becomes that of the present client.
   *
   * @throws ClientNotFound
   */
  async forChange(ctx: RequestContext, wanted: WantedClient, currentId: string) {
    const before = await this.clients.require(ctx, currentId);
    return { before, after: await this.changed(ctx, wanted, before) };
  }

  private async changed(ctx: RequestContext, wanted: WantedClient, before: KnownClient): Promise<KnownClient> {
    const { clientId, clientName, clientEmail } = wanted;
    if (clientId !== undefined) return this.known(ctx, clientId, clientEmail);
    const client = clientName === undefined ? before : await this.clients.findOrCreate(ctx, { name: clientName });
    return this.withEmail(ctx, client, clientEmail);
  }

  private async known(ctx: RequestContext, clientId: string, email: string | null | undefined): Promise<KnownClient> {
    const id = fromGlobalId(clientPrefix, clientId, () => new ClientNotFound(clientId));
    return this.withEmail(ctx, await this.clients.require(ctx, id), email);
  }

  private async withEmail(
    ctx: RequestContext,
    client: KnownClient,
    email: string | null | undefined,
  ): Promise<KnownClient> {
    return email === undefined || email === client.email ? client : this.clients.setEmail(ctx, client.id, email);
  }
}
