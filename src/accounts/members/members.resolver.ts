import { Args, Context, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission, RequireSignedIn } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { contextOf, fromGlobalId, GraphqlContext, UrlScalar } from '../../kernel/graphql/index.js';
import { AccountLoaders } from '../account-loaders.js';
import { userPrefix } from '../global-id-prefixes.js';
import { AuthPayloadType } from '../sessions/graphql/auth-payload.type.js';
import { refuseCookieSession } from '../sessions/refuse-cookie-session.js';
import { SignedInContext } from '../sessions/signed-in-context.js';
import { WorkspaceType } from '../workspaces/graphql/workspace.type.js';
import { WorkspaceNotFound } from '../workspaces/workspaces.errors.js';
import { InviteMemberArgs } from './graphql/invite-member.args.js';
import { MembershipType } from './graphql/membership.type.js';
import { InvitationAcceptanceService } from './invitation-acceptance.service.js';
import { InvitationsService } from './invitations.service.js';
import { MemberNotFound } from './members.errors.js';
import { MembersService } from './members.service.js';

@Resolver(() => MembershipType)
export class MembersResolver {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptance: InvitationAcceptanceService,
    private readonly members: MembersService,
    private readonly loaders: AccountLoaders,
    private readonly signedIn: SignedInContext,
  ) {}

  @Mutation(() => UrlScalar, {
    description:
      'Invites the owner of an address for 7 days: mails a link, and returns it. A new invitation takes the place of an open one.',
  })
  @RequirePermission('members:manage')
  inviteMember(@Ctx() ctx: RequestContext, @Args() { email, role }: InviteMemberArgs): Promise<string> {
    return this.invitations.invite(ctx, email, role);
  }

  @Mutation(() => AuthPayloadType, {
    description:
      'Joins the workspace of an invitation and opens a session there. The token alone is not enough: be signed in with the invited address; whoever has no account yet signs up with that address first.',
  })
  @RequireSignedIn()
  async acceptInvitation(@Args('token') token: string, @Context() context: GraphqlContext): Promise<AuthPayloadType> {
    const ctx = contextOf(context);
    refuseCookieSession(ctx, '/api/session/invitation');
    return this.signedIn.payload(context, await this.acceptance.accept(ctx, token, 'bearer'));
  }

  @Mutation(() => Boolean, {
    description:
      'Ends a membership within seconds, and revokes the API keys this person made here. The last owner stays.',
  })
  @RequirePermission('members:manage')
  async removeMember(@Ctx() ctx: RequestContext, @Args('userId', { type: () => ID }) userId: string): Promise<boolean> {
    await this.members.remove(
      ctx,
      fromGlobalId(userPrefix, userId, () => new MemberNotFound(userId)),
    );
    return true;
  }

  @ResolveField(() => WorkspaceType)
  async workspace(membership: MembershipType, _args: unknown, context: GraphqlContext): Promise<WorkspaceType> {
    const workspace = await this.loaders.workspace(context, membership.workspaceId);
    if (!workspace) throw new WorkspaceNotFound(membership.workspaceId);
    return workspace;
  }
}
