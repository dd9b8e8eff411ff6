import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ClientAddress, Ctx, Public, RequireSignedIn } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { contextOf, fromGlobalId, GraphqlContext, NodeResolver, type NodeSource } from '../../kernel/graphql/index.js';
import { AccountLoaders } from '../account-loaders.js';
import { userPrefix } from '../global-id-prefixes.js';
import { MembershipType } from '../members/graphql/membership.type.js';
import { MemberDirectory } from '../members/member-directory.js';
import { AuthPayloadType } from '../sessions/graphql/auth-payload.type.js';
import { SignedInContext } from '../sessions/signed-in-context.js';
import { SignUpInput } from './graphql/sign-up.input.js';
import { toUserType, UserType } from './graphql/user.type.js';
import { OwnAccount } from './own-account.js';
import { SignUpService } from './sign-up.service.js';

@Resolver(() => UserType)
@NodeResolver(userPrefix, { type: () => UserType, access: { permission: 'workspace:read' } })
export class UsersResolver implements NodeSource {
  constructor(
    private readonly ownAccount: OwnAccount,
    private readonly signUps: SignUpService,
    private readonly signedIn: SignedInContext,
    private readonly members: MemberDirectory,
    private readonly loaders: AccountLoaders,
  ) {}

  @Query(() => UserType, { description: 'Who is signed in. An API key is nobody: it gets UNAUTHENTICATED.' })
  @RequireSignedIn()
  me(@Ctx() ctx: RequestContext): Promise<UserType> {
    return this.ownAccount.read(ctx);
  }

  @Mutation(() => AuthPayloadType, {
    description:
      'Makes an account with a workspace of its own, whose owner it is. CONFLICT when the address has one already.',
  })
  @Public()
  async signUp(
    @Args('input', { type: () => SignUpInput }) input: SignUpInput,
    @ClientAddress() address: string,
    @Context() context: GraphqlContext,
  ): Promise<AuthPayloadType> {
    const signedIn = await this.signUps.signUp(contextOf(context), input, address);
    return this.signedIn.payload(context, signedIn);
  }

  @ResolveField(() => [MembershipType], {
    description: 'Where this person works: for yourself everywhere, for others in your workspace.',
  })
  memberships(user: UserType, _args: unknown, context: GraphqlContext): Promise<MembershipType[]> {
    return this.loaders.memberships(context, fromGlobalId(userPrefix, user.id), user);
  }

  async findNode(ctx: RequestContext, id: string): Promise<UserType | null> {
    const [user] = await this.members.findUsers(ctx, [id]);
    return user ? toUserType(user) : null;
  }
}
