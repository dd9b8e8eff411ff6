import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { afterCommit } from '../../kernel/database/index.js';
import { actingAs } from '../as-accounts.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock.js';
import { LiveAccess } from './live-access.js';
import { SessionRepository, type SessionRow } from './session.repository.js';

/** Ends sessions: their refresh tokens at once, their access tokens here at once and in other processes within seconds. */
@Injectable()
export class SessionEnder {
  constructor(
    private readonly repository: SessionRepository,
    private readonly liveAccess: LiveAccess,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Ends one session; the caller holds the lock of its user. */
  async end(
    tx: RequestContext,
    session: SessionRow,
    action: 'session.ended' | 'session.reuse_detected',
  ): Promise<void> {
    await this.repository.revokeFamily(tx, session.familyId, this.clock.now());
    this.forget(tx, session.userId);
    const actor = actingAs(tx, { id: session.userId, role: 'MEMBER' }, session.workspaceId);
    await this.audit.record(actor, { action, details: { kind: session.kind } });
  }

  /** Ends all that a person has open, anywhere; the caller holds the lock of the user. */
  async endAcrossTenants(tx: RequestContext, userId: string): Promise<void> {
    await this.repository.revokeAcrossTenantsOfUser(tx, userId, this.clock.now());
    this.forget(tx, userId);
  }

  /** Ends what a person has open in the workspace of the context. */
  async endInWorkspace(tx: RequestContext, userId: string): Promise<void> {
    await this.repository.lockOfUser(tx, userId);
    await this.repository.revokeInWorkspace(tx, userId, this.clock.now());
    this.forget(tx, userId);
  }

  private forget(tx: RequestContext, userId: string): void {
    afterCommit(tx, () => this.liveAccess.forget(userId));
  }
}
