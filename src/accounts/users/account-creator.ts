import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { userPrefix } from '../global-id-prefixes.js';
import { actingAs } from '../as-accounts.js';
import { AuditLog } from '../audit/audit-log.js';
import { WorkspaceCreator, type WorkspaceWish } from '../workspaces/workspace-creator.js';
import type { Workspace } from '../workspaces/workspace.entity.js';
import type { User } from './user.entity.js';
import { UserRepository } from './user.repository.js';

export interface NewAccount {
  email: string;
  name: string;
  /** BCP 47. */
  locale: string;
  passwordHash: string;
  workspace: WorkspaceWish;
}

export interface Account {
  user: User;
  workspace: Workspace;
}

/** Makes a user with a workspace of their own, inside a unit of work with access `accounts`. */
@Injectable()
export class AccountCreator {
  constructor(
    private readonly users: UserRepository,
    private readonly workspaceCreator: WorkspaceCreator,
    private readonly audit: AuditLog,
  ) {}

  /** @returns null when there is an account with this address. */
  async create(tx: RequestContext, account: NewAccount): Promise<Account | null> {
    const { email, name, locale, passwordHash } = account;
    const user = await this.users.insert(tx, { id: uuidv7(), email, name, locale, role: 'MEMBER', passwordHash });
    if (!user) return null;
    const workspace = await this.workspaceCreator.create(tx, user, account.workspace);
    await this.audit.record(actingAs(tx, user, workspace.id), {
      action: 'user.signed_up',
      targetId: toGlobalId(userPrefix, user.id),
    });
    return { user, workspace };
  }
}
