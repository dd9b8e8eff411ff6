import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { systemContext, type Actor, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { workspacePrefix } from '../global-id-prefixes.js';
import { AuditLog } from '../audit/audit-log.js';
import { WorkspaceRepository } from '../workspaces/workspace.repository.js';
import { WorkspaceNotFound } from '../workspaces/workspaces.errors.js';

/** One entry in the audit log stands for the requests of this long. */
const visitMs = 15 * 60 * 1000;

/** The door through which a platform ADMIN enters a workspace: it must exist, and its audit log says who came in. */
@Injectable()
export class AdminEntrance {
  readonly #visits = new LRUCache<string, true>({ max: 10_000, ttl: visitMs });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workspaces: WorkspaceRepository,
    private readonly audit: AuditLog,
  ) {}

  /** For a request that names a workspace in its header. */
  async enter(actor: Actor, workspaceId: string): Promise<void> {
    const visit = `${actor.id}|${workspaceId}`;
    if (this.#visits.has(visit)) return;
    const ctx = systemContext({ actor: 'accounts.admin-entrance', access: 'accounts', workspaceId });
    await this.unitOfWork.run({ ...ctx, actor }, (tx) => this.record(tx, 'header'));
    this.#visits.set(visit, true);
  }

  /** Inside a unit of work with access `accounts` in that workspace. @throws WorkspaceNotFound */
  async record(tx: RequestContext, by: 'header' | 'switchWorkspace'): Promise<void> {
    const { workspaceId } = tx;
    const workspace = await this.workspaces.findCurrent(tx);
    if (!workspace) throw new WorkspaceNotFound(workspaceId);
    await this.audit.record(tx, {
      action: 'workspace.entered',
      targetId: toGlobalId(workspacePrefix, workspaceId),
      details: { by },
    });
  }
}
