import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { LiveEvents, liveStream, type LiveSignal } from '../../kernel/events/index.js';
import { connectionChanged } from '../integrations.events.js';
import type { Connection } from './connection.js';
import { ConnectionsService } from './connections.service.js';
import type { IntegrationConnectionType } from './graphql/integration-connection.type.js';
import { toConnectionType } from './to-connection-type.js';

/** Connections while they change, whichever process changes them. */
@Injectable()
export class LiveConnections {
  constructor(
    private readonly live: LiveEvents,
    private readonly connections: ConnectionsService,
  ) {}

  /** Every connection that changes from now on; after a gap in the news, each that changed meanwhile. */
  changes(
    ctx: RequestContext,
  ): AsyncIterableIterator<{ integrationConnectionUpdated: IntegrationConnectionType }, undefined> {
    const signals =
      ctx.access === 'admin'
        ? this.live.subscribeAcrossWorkspaces(connectionChanged)
        : this.live.subscribe(connectionChanged, ctx.workspaceId);
    const told = new Map<string, number>();
    const isNews = ({ id, updatedAt }: Connection) => told.get(id) !== updatedAt.getTime();
    const read = async (signal: LiveSignal<{ connectionId: string }>) => {
      const asked = signal.resync
        ? await this.connections.list(ctx, {})
        : [await this.connections.get(ctx, signal.ids.connectionId)];
      const news = asked.filter(isNews);
      for (const { id, updatedAt } of news) told.set(id, updatedAt.getTime());
      // What stands there at the beginning is no change.
      if (signal.resync && signal.reason === 'subscribed') return [];
      return news.map((row) => ({ integrationConnectionUpdated: toConnectionType(row, ctx.locale) }));
    };
    return liveStream(signals, read);
  }
}
