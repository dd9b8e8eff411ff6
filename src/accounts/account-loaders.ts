import { Injectable } from '@nestjs/common';
import { inKeyOrder, RequestLoader, type GraphqlContext } from '../kernel/graphql/index.js';
import { MembershipType } from './members/graphql/membership.type.js';
import { MemberDirectory, type Member } from './members/member-directory.js';
import type { Membership } from './members/membership.entity.js';
import { toUserType, UserType } from './users/graphql/user.type.js';
import { toWorkspaceType, WorkspaceType } from './workspaces/graphql/workspace.type.js';
import { WorkspaceDirectory } from './workspaces/workspace-directory.js';

/**
 * Users and workspaces for the fields of GraphQL objects, here and in higher modules: one query for a whole list.
 *
 * @example
 * @ResolveField(() => WorkspaceType)
 * workspace(call: CallType, _args: unknown, context: GraphqlContext) {
 *   return this.accounts.workspace(context, call.workspaceId);
 * }
 */
@Injectable()
export class AccountLoaders {
  readonly #workspaces: RequestLoader<string, WorkspaceType | null>;
  readonly #users: RequestLoader<string, UserType | null>;
  readonly #members: RequestLoader<string, MembershipType[]>;
  readonly #memberships: RequestLoader<string, Membership[]>;

  constructor(workspaces: WorkspaceDirectory, members: MemberDirectory) {
    this.#workspaces = new RequestLoader(async (ctx, ids) => {
      const rows = inKeyOrder(ids, await workspaces.findByIds(ctx, ids), (row) => row.id);
      return rows.map((row) => row && toWorkspaceType(row));
    });
    this.#users = new RequestLoader(async (ctx, ids) => {
      const rows = inKeyOrder(ids, await members.findUsers(ctx, ids), (row) => row.id);
      return rows.map((row) => row && toUserType(row));
    });
    this.#members = new RequestLoader(async (ctx, ids) => {
      return (await members.membersOf(ctx, ids)).map((list) => list.map(toMembershipType));
    });
    this.#memberships = new RequestLoader((ctx, ids) => members.membershipsOf(ctx, ids));
  }

  /** @param id The database's id. @returns null for a workspace that whoever asks may not see. */
  workspace(context: GraphqlContext, id: string): Promise<WorkspaceType | null> {
    return this.#workspaces.load(context, id);
  }

  /** @param id The database's id. @returns null for someone who was never a member of the workspace. */
  user(context: GraphqlContext, id: string): Promise<UserType | null> {
    return this.#users.load(context, id);
  }

  members(context: GraphqlContext, workspaceId: string): Promise<MembershipType[]> {
    return this.#members.load(context, workspaceId);
  }

  async memberships(context: GraphqlContext, userId: string, user: UserType): Promise<MembershipType[]> {
    const memberships = await this.#memberships.load(context, userId);
    return memberships.map(({ role, workspaceId }) => ({ user, role, workspaceId }));
  }
}

function toMembershipType({ membership, user }: Member): MembershipType {
  return { user: toUserType(user), role: membership.role, workspaceId: membership.workspaceId };
}
