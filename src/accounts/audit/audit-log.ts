import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditFact } from '../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

const insertEntry = {
  name: 'audit-insert',
  text: `INSERT INTO audit_entries (id, workspace_id, actor_id, actor_kind, user_id, action, target_id, details, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

/**
 * The append-only audit log. Call it inside the unit of work that makes the change: either both are there or neither.
 *
 * @example
 * await this.unitOfWork.run(ctx, async (tx) => {
 *   await this.repository.remove(tx, id);
 *   await this.audit.record(tx, { action: 'contact.erased', targetId: toGlobalId('contact', id) });
 * });
 */
@Injectable()
export class AuditLog extends AuditTrail {
  async record(ctx: RequestContext, fact: AuditFact): Promise<void> {
    const { actor } = ctx;
    const kind = actor.role === 'ADMIN' ? 'admin' : actor.kind;
    const details = fact.details === undefined ? null : JSON.stringify(fact.details);
    await sql(ctx, insertEntry, [
      uuidv7(),
      ctx.workspaceId,
      actor.id,
      kind,
      actor.userId ?? (actor.kind === 'user' ? actor.id : null),
      fact.action,
      fact.targetId ?? null,
      details,
      ctx.requestId,
    ]);
  }
}
