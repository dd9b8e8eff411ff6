import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditFact } from '../../kernel/auth/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { afterCommit } from '../../kernel/database/index.js';
import { Events, LiveEvents, liveEvent } from '../../kernel/events/index.js';
import { connectionChanged, connectionConfigured, connectionExpired } from '../integrations.events.js';
import type { Connection } from './connection.js';

interface Deed {
  what: 'configured' | 'authorized' | 'tested' | 'disconnected';
  more?: AuditFact['details'];
}

/** What was done to connections: for the audit log, with the change itself, and for whoever watches, after it. */
@Injectable()
export class ConnectionChronicle {
  constructor(
    private readonly audit: AuditTrail,
    private readonly live: LiveEvents,
    private readonly events: Events,
    private readonly log: AppLogger,
  ) {}

  /** Call it inside the unit of work that makes the change. */
  async record(
    tx: RequestContext,
    { id, agentKey, integrationKey, name }: Connection,
    { what, more = {} }: Deed,
  ): Promise<void> {
    await this.audit.record(tx, {
      action: `integration.${what}`,
      targetId: `connection_${id}`,
      details: { integration: integrationKey, agent: agentKey, name, ...more },
    });
    afterCommit(tx, () => this.changed({ id, workspaceId: tx.workspaceId }));
    if (what !== 'configured' && what !== 'authorized') return;
    const facts = { connectionId: id, integrationId: integrationKey, agentId: agentKey };
    // A handler that fails has been logged; what was entered stands.
    afterCommit(tx, () =>
      this.events.publish({ ...tx, tx: undefined }, connectionConfigured, facts).catch(() => undefined),
    );
  }

  /** Something in its row has changed, and is committed. */
  changed({ id, workspaceId }: Pick<Connection, 'id' | 'workspaceId'>): void {
    void this.live.publish([liveEvent(connectionChanged, workspaceId, { connectionId: id })]);
  }

  /** A vendor ended the sign-in; it is committed. @throws what a handler of the event throws. */
  async expired(ctx: RequestContext, connection: Connection, refusal: unknown): Promise<void> {
    this.log.warn('integrations.connection_expired', { connectionId: connection.id, error: refusal });
    this.changed(connection);
    await this.events.publish(ctx, connectionExpired, { connectionId: connection.id });
  }
}
