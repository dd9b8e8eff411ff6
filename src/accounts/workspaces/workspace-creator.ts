import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { toLocale } from '../../kernel/errors/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { workspacePrefix } from '../global-id-prefixes.js';
import { actingAs } from '../as-accounts.js';
import { AuditLog } from '../audit/audit-log.js';
import { MembershipRepository } from '../members/membership.repository.js';
import type { User } from '../users/user.entity.js';
import type { Workspace } from './workspace.entity.js';
import { WorkspaceRepository } from './workspace.repository.js';

export interface WorkspaceWish {
  /** A new one unless given. */
  id?: string | undefined;
  name: string;
  locale?: string | undefined;
  timeZone?: string | undefined;
  currency?: string | undefined;
}

const fullLocale = { fr: 'fr-FR', en: 'en-US' };

/** Makes a workspace with its first owner, inside a unit of work with access `accounts`. */
@Injectable()
export class WorkspaceCreator {
  constructor(
    private readonly workspaces: WorkspaceRepository,
    private readonly memberships: MembershipRepository,
    private readonly audit: AuditLog,
  ) {}

  async create(tx: RequestContext, owner: User, wish: WorkspaceWish): Promise<Workspace> {
    const workspace = await this.workspaces.insert(tx, {
      id: wish.id ?? uuidv7(),
      name: wish.name,
      locale: wish.locale ?? fullLocale[toLocale(owner.locale)],
      timeZone: wish.timeZone ?? 'Europe/Paris',
      currency: wish.currency ?? 'EUR',
    });
    await this.memberships.insert(tx, { id: uuidv7(), workspaceId: workspace.id, userId: owner.id, role: 'OWNER' });
    await this.audit.record(actingAs(tx, owner, workspace.id), {
      action: 'workspace.created',
      targetId: toGlobalId(workspacePrefix, workspace.id),
    });
    return workspace;
  }
}
