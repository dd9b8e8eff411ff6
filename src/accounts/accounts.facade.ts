import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../kernel/context/index.js';
import { hashPassword } from '../kernel/crypto/index.js';
import { UnitOfWork } from '../kernel/database/index.js';
import { asAccounts } from './as-accounts.js';
import { MembershipRepository } from './members/membership.repository.js';
import { AccountCreator } from './users/account-creator.js';
import { UserRepository } from './users/user.repository.js';
import type { WorkspaceWish } from './workspaces/workspace-creator.js';
import type { WorkspaceFacts } from './workspaces/workspace-directory.js';
import { WorkspacesService } from './workspaces/workspaces.service.js';

export interface AccountSeed {
  email: string;
  password: string;
  name: string;
  /** BCP 47. */
  locale: string;
  workspace: WorkspaceWish;
}

export interface SeededAccount {
  userId: string;
  workspaceId: string;
  /** False when there was an account with this address already, which is left as it is. */
  created: boolean;
}

/** What the rest of the server asks of accounts. */
@Injectable()
export class AccountsFacade {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workspaces: WorkspacesService,
    private readonly creator: AccountCreator,
    private readonly users: UserRepository,
    private readonly memberships: MembershipRepository,
  ) {}

  /** The workspace of the context; joins an open unit of work. @throws WorkspaceNotFound */
  findWorkspace(ctx: RequestContext): Promise<WorkspaceFacts> {
    return this.workspaces.current(ctx);
  }

  /** Makes a user with a workspace, as signing up does, for a demonstration. A second call finds what the first made. */
  async seedAccount(ctx: RequestContext, seed: AccountSeed): Promise<SeededAccount> {
    const { email, password, ...account } = seed;
    const known = await this.unitOfWork.run(asAccounts(ctx), (tx) => this.find(tx, email));
    if (known) return known;
    const passwordHash = await hashPassword(password);
    const made = await this.unitOfWork.run(asAccounts(ctx), (tx) =>
      this.creator.create(tx, { ...account, email, passwordHash }),
    );
    if (!made) return this.seedAccount(ctx, seed);
    return { userId: made.user.id, workspaceId: made.workspace.id, created: true };
  }

  private async find(tx: RequestContext, email: string): Promise<SeededAccount | null> {
    const user = await this.users.findAcrossTenantsByEmail(tx, email);
    if (!user) return null;
    const workspaceId = await this.memberships.findAcrossTenantsLastUsed(tx, user.id);
    if (workspaceId === null) throw new Error('The account to seed exists and is a member of no workspace.');
    return { userId: user.id, workspaceId, created: false };
  }
}
