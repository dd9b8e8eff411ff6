import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { actingAs } from '../as-accounts.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock.js';
import { MembershipRepository } from '../members/membership.repository.js';
import type { User } from '../users/user.entity.js';
import { UserRepository } from '../users/user.repository.js';
import { WorkspaceRepository } from '../workspaces/workspace.repository.js';
import { SessionIssuer, type SignedIn } from './session-issuer.js';
import type { SessionRow } from './session.repository.js';

export interface SessionRequest {
  user: User;
  workspaceId: string;
  kind: SessionRow['kind'];
  /** `admin`: a platform ADMIN who has not entered a workspace. */
  access?: SessionRow['access'] | undefined;
}

/** Opens sessions and carries them on, inside a unit of work with access `accounts`. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly issuer: SessionIssuer,
    private readonly users: UserRepository,
    private readonly workspaces: WorkspaceRepository,
    private readonly memberships: MembershipRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Starts a session in a workspace that the caller has seen to be open to the user. */
  async open(tx: RequestContext, { user, workspaceId, kind, access = 'tenant' }: SessionRequest): Promise<SignedIn> {
    const [workspace] = await this.workspaces.findVisible(tx, [workspaceId]);
    if (!workspace) throw new Error(`Workspace ${workspaceId} is gone while a session is opened in it.`);
    await this.audit.record(actingAs(tx, user, workspaceId), { action: 'session.started', details: { kind, access } });
    const facts = { familyId: uuidv7(), kind, access, signedInAt: this.clock.now() };
    return this.issuer.issue(tx, facts, { user, workspace });
  }

  /** The next tokens of a session; null when its user may not be in its workspace any more. */
  async proceed(tx: RequestContext, session: SessionRow): Promise<SignedIn | null> {
    const user = await this.users.findAcrossTenantsById(tx, session.userId);
    const [workspace] = await this.workspaces.findVisible(tx, [session.workspaceId]);
    if (!user || !workspace) return null;
    const member = await this.memberships.find({ ...tx, workspaceId: workspace.id }, user.id);
    const allowed = user.role === 'ADMIN' || (session.access === 'tenant' && member !== null);
    return allowed ? this.issuer.issue(tx, session, { user, workspace }) : null;
  }
}
