import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { assertAllowed, Ctx, RequirePermission, RequirePlatformAdmin } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import {
  contextOf,
  fromGlobalId,
  NodeResolver,
  pageOf,
  type NodeSource,
  type GraphqlContext,
  type Page,
} from '../../kernel/graphql/index.js';
import { AccountLoaders } from '../account-loaders.js';
import { workspacePrefix } from '../global-id-prefixes.js';
import { MembershipType } from '../members/graphql/membership.type.js';
import { UpdateWorkspaceInput } from './graphql/update-workspace.input.js';
import { toWorkspaceType, WorkspaceConnection, WorkspaceType } from './graphql/workspace.type.js';
import { WorkspacesArgs } from './graphql/workspaces.args.js';
import { WorkspaceDirectory } from './workspace-directory.js';
import { WorkspaceListService } from './workspace-list.service.js';
import { WorkspacesService } from './workspaces.service.js';

@Resolver(() => WorkspaceType)
@NodeResolver(workspacePrefix, { type: () => WorkspaceType, access: { permission: 'workspace:read' } })
export class WorkspacesResolver implements NodeSource {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly list: WorkspaceListService,
    private readonly directory: WorkspaceDirectory,
    private readonly loaders: AccountLoaders,
  ) {}

  @Query(() => WorkspaceType, { description: 'The workspace in which the session or key works.' })
  @RequirePermission('workspace:read')
  async workspace(@Ctx() ctx: RequestContext): Promise<WorkspaceType> {
    return toWorkspaceType(await this.workspaces.current(ctx));
  }

  @Query(() => WorkspaceConnection, { name: 'workspaces', description: 'All workspaces, newest first. ADMIN only.' })
  @RequirePlatformAdmin()
  page(@Ctx() ctx: RequestContext, @Args() args: WorkspacesArgs): Promise<Page<WorkspaceType>> {
    return this.list.page(ctx, pageOf(args), args.search ?? undefined);
  }

  @Mutation(() => WorkspaceType, { description: 'Changes the workspace in which the session works.' })
  @RequirePermission('workspace:manage')
  async updateWorkspace(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => UpdateWorkspaceInput }) input: UpdateWorkspaceInput,
  ): Promise<WorkspaceType> {
    return toWorkspaceType(await this.workspaces.update(ctx, input));
  }

  @ResolveField(() => [MembershipType], { description: 'Who works here, first member first.' })
  members(workspace: WorkspaceType, _args: unknown, context: GraphqlContext): Promise<MembershipType[]> {
    assertAllowed(contextOf(context), { permission: 'workspace:read' });
    return this.loaders.members(context, fromGlobalId(workspacePrefix, workspace.id));
  }

  async findNode(ctx: RequestContext, id: string): Promise<WorkspaceType | null> {
    const [workspace] = await this.directory.findByIds(ctx, [id]);
    return workspace ? toWorkspaceType(workspace) : null;
  }
}
