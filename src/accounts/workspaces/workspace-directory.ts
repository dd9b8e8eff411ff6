import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { asAccounts, withReach } from '../as-accounts.js';
import { MembershipRepository } from '../members/membership.repository.js';
import { WorkspaceRepository } from './workspace.repository.js';

/** What other modules may know of a workspace. */
export interface WorkspaceFacts {
  id: string;
  name: string;
  /** BCP 47. */
  locale: string;
  /** IANA. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** After how many days calls and stored webhook bodies are deleted; null keeps them. */
  retentionDays: number | null;
  /** The one workspace of what no workspace owns yet. */
  deployment: boolean;
  createdAt: Date;
}

const mostOfOneName = 1_000;

/** Workspaces by id, as far as whoever asks may know them. */
@Injectable()
export class WorkspaceDirectory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workspaces: WorkspaceRepository,
    private readonly memberships: MembershipRepository,
  ) {}

  /**
   * Those of the context, and those that the signed-in user is a member of besides; in no order. Inside a unit of work,
   * those that it sees.
   */
  async findByIds(asker: RequestContext, ids: readonly string[]): Promise<WorkspaceFacts[]> {
    const ctx = withReach(asker);
    const known = await this.unitOfWork.run(ctx, (tx) => this.workspaces.findVisible(tx, ids));
    const missing = ids.filter((id) => !known.some((workspace) => workspace.id === id));
    if (missing.length === 0 || ctx.tx || ctx.actor.kind !== 'user') return known;
    return [...known, ...(await this.findOwn(ctx, missing))];
  }

  /** Those of this very name, but for capitals; for the operator, with access `admin`. */
  async findAcrossTenantsByName(ctx: RequestContext, name: string): Promise<WorkspaceFacts[]> {
    const query = { search: name, after: null, limit: mostOfOneName };
    const found = await this.unitOfWork.run(ctx, (tx) => this.workspaces.listAcrossTenants(tx, query));
    return found.filter((workspace) => workspace.name.toLowerCase() === name.trim().toLowerCase());
  }

  private findOwn(ctx: RequestContext, ids: readonly string[]): Promise<WorkspaceFacts[]> {
    return this.unitOfWork.run(asAccounts(ctx), async (tx) => {
      const own = await this.memberships.findOfUsers(tx, [ctx.actor.id]);
      const allowed = ids.filter((id) => own.some((membership) => membership.workspaceId === id));
      return this.workspaces.findVisible(tx, allowed);
    });
  }
}
