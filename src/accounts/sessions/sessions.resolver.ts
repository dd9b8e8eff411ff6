import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { ClientAddress, Ctx, Public, RequireSignedIn } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { contextOf, fromGlobalId, GraphqlContext } from '../../kernel/graphql/index.js';
import { workspacePrefix } from '../global-id-prefixes.js';
import { WorkspaceNotFound } from '../workspaces/workspaces.errors.js';
import { AuthPayloadType } from './graphql/auth-payload.type.js';
import { SignInInput } from './graphql/sign-in.input.js';
import { refuseCookieSession } from './refuse-cookie-session.js';
import { SessionsService } from './sessions.service.js';
import { SignedInContext } from './signed-in-context.js';
import { SignInService } from './sign-in.service.js';
import { WorkspaceSwitchService } from './workspace-switch.service.js';

@Resolver()
export class SessionsResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly switches: WorkspaceSwitchService,
    private readonly signedIn: SignedInContext,
  ) {}

  @Mutation(() => AuthPayloadType, {
    description:
      'Opens a session where you worked last; an ADMIN starts above all workspaces, reading only. Browsers that keep no tokens use `POST /api/session` instead.',
  })
  @Public()
  async signIn(
    @Args('input', { type: () => SignInInput }) { email, password }: SignInInput,
    @ClientAddress() address: string,
    @Context() context: GraphqlContext,
  ): Promise<AuthPayloadType> {
    const request = { email, password, address, kind: 'bearer' as const };
    return this.signedIn.payload(context, await this.signIns.signIn(contextOf(context), request));
  }

  @Mutation(() => AuthPayloadType, {
    description:
      'Exchanges a refresh token for new tokens. Within 10 seconds it may be used again, for parallel requests and lost answers; later use ends the whole session.',
  })
  @Public()
  async refreshSession(
    @Args('refreshToken') refreshToken: string,
    @Context() context: GraphqlContext,
  ): Promise<AuthPayloadType> {
    const refreshed = await this.sessions.refresh(contextOf(context), refreshToken, { kind: 'bearer' });
    return this.signedIn.payload(context, refreshed);
  }

  @Mutation(() => Boolean, {
    description: 'Ends the session of the refresh token, its access tokens included. False when it had ended already.',
  })
  @Public()
  signOut(@Ctx() ctx: RequestContext, @Args('refreshToken') refreshToken: string): Promise<boolean> {
    return this.sessions.signOut(ctx, refreshToken, { kind: 'bearer' });
  }

  @Mutation(() => AuthPayloadType, {
    description:
      'Opens a session in another workspace of yours; for an ADMIN in any, where the audit log says so. The session so far goes on.',
  })
  @RequireSignedIn()
  async switchWorkspace(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: GraphqlContext,
  ): Promise<AuthPayloadType> {
    const ctx = contextOf(context);
    refuseCookieSession(ctx, '/api/session/workspace');
    const workspaceId = fromGlobalId(workspacePrefix, id, () => new WorkspaceNotFound());
    return this.signedIn.payload(context, await this.switches.switchTo(ctx, workspaceId, 'bearer'));
  }
}
