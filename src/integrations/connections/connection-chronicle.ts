import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditFact } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { afterCommit } from '../../kernel/database/index.js';
import { LiveEvents, liveEvent } from '../../kernel/events/index.js';
import { connectionChanged } from '../integrations.events.js';
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
    const event = liveEvent(connectionChanged, tx.workspaceId, { connectionId: id });
    afterCommit(tx, () => void this.live.publish([event]));
  }
}
