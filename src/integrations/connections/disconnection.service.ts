import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { ConnectorRegistry } from '../connector.registry.js';
import { ConnectionVault } from '../vault/connection-vault.js';
import type { Connector } from '../core/connector.js';
import type { Connection } from './connection.js';
import { ConnectionAccess } from './connection-access.service.js';
import { ConnectionGrants } from './connection-grants.js';
import { ConnectionsService, type ConnectionChoice } from './connections.service.js';

/** The end of a connection: told to the vendor where it wants to know, and carried out here whatever it says. */
@Injectable()
export class Disconnection {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly registry: ConnectorRegistry,
    private readonly access: ConnectionAccess,
    private readonly grants: ConnectionGrants,
    private readonly vault: ConnectionVault,
    private readonly log: AppLogger,
  ) {}

  /** @throws IntegrationNotFound, AgentNotFound, ConnectionNameInvalid, ConnectionNotFound */
  async disconnect(ctx: RequestContext, choice: ConnectionChoice): Promise<Connection> {
    const { erased, before } = await this.connections.erase(ctx, choice);
    const connector = await this.registry.find(before.integrationKey);
    // After the erasure, by what was there until then: a vendor that does not answer keeps nobody's secret here.
    if (connector) await this.revoke(ctx, { connection: before, connector });
    return erased;
  }

  private async revoke(ctx: RequestContext, stored: { connection: Connection; connector: Connector }): Promise<void> {
    const { connection } = stored;
    if (connection.accessGrant === null || connection.status === 'DISCONNECTED') return;
    try {
      const subject = this.access.subject(ctx, stored);
      await this.grants.discard(subject, this.vault.openGrant(connection, connection.accessGrant));
    } catch (error) {
      this.log.warn('integrations.revoke_failed', { connectionId: connection.id, error });
    }
  }
}
