import type { RequestContext } from '../kernel/context/index.js';
import type { User } from './users/user.entity.js';

/** The context for what precedes or crosses workspaces: users, sessions, memberships of one person. */
export function asAccounts(ctx: RequestContext, workspaceId: string = ctx.workspaceId): RequestContext {
  return { ...ctx, access: 'accounts', workspaceId };
}

/** The context of someone who has just proved who they are, so that the audit log names them. */
export function actingAs(ctx: RequestContext, user: Pick<User, 'id' | 'role'>, workspaceId: string): RequestContext {
  const role = user.role === 'ADMIN' ? 'ADMIN' : 'NONE';
  return { ...ctx, workspaceId, actor: { id: user.id, kind: 'user', role, permissions: [], userId: user.id } };
}

/** For reads by id: a platform ADMIN sees all workspaces, also from inside one. An open unit of work stays what it is. */
export function withReach(ctx: RequestContext): RequestContext {
  return ctx.actor.role === 'ADMIN' && !ctx.tx ? { ...ctx, access: 'admin' } : ctx;
}
