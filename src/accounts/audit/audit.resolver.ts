import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import {
  NodeNotFound,
  NodeResolver,
  pageOf,
  type GraphqlContext,
  type NodeSource,
  type Page,
} from '../../kernel/graphql/index.js';
import { AccountLoaders } from '../account-loaders.js';
import { auditPrefix } from '../global-id-prefixes.js';
import { UserType } from '../users/graphql/user.type.js';
import { AuditService } from './audit.service.js';
import { AuditEntryConnection, AuditEntryType, toAuditEntryType } from './graphql/audit-entry.type.js';
import { AuditLogArgs } from './graphql/audit-log.args.js';

@Resolver(() => AuditEntryType)
@NodeResolver(auditPrefix, { type: () => AuditEntryType, access: { permission: 'audit:read' } })
export class AuditResolver implements NodeSource {
  constructor(
    private readonly audit: AuditService,
    private readonly loaders: AccountLoaders,
  ) {}

  @Query(() => AuditEntryConnection, {
    description: 'What happened in the workspace, newest first; in all of them for an ADMIN who has entered none.',
  })
  @RequirePermission('audit:read')
  auditLog(@Ctx() ctx: RequestContext, @Args() args: AuditLogArgs): Promise<Page<AuditEntryType>> {
    return this.audit.page(ctx, pageOf(args), targetOf(args));
  }

  @ResolveField(() => UserType, {
    nullable: true,
    description: 'The user who acted; null for a key, for the server itself, and for the operator of the platform.',
  })
  actor(entry: AuditEntryType, _args: unknown, context: GraphqlContext): Promise<UserType | null> | null {
    return entry.userId === null ? null : this.loaders.user(context, entry.userId);
  }

  async findNode(ctx: RequestContext, id: string): Promise<AuditEntryType | null> {
    const entry = await this.audit.find(ctx, id);
    return entry && toAuditEntryType(entry);
  }
}

/** No id has a character that the database cannot store: what has one is nothing’s. */
function targetOf({ targetId }: AuditLogArgs): string | null {
  if (targetId !== null && targetId !== undefined && /[\p{Cc}\p{Cs}]/u.test(targetId)) throw new NodeNotFound();
  return targetId ?? null;
}
