import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Ctx, Public, RequireSignedIn } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { fromGlobalId } from '../../kernel/graphql/index.js';
import { workspacePrefix } from '../global-id-prefixes.js';
import { InvitationAcceptanceService } from '../members/invitation-acceptance.service.js';
import { emailAddress } from '../users/account-rules.js';
import { OwnAccount } from '../users/own-account.js';
import type { UserType } from '../users/graphql/user.type.js';
import { WorkspaceNotFound } from '../workspaces/workspaces.errors.js';
import { toBrowserSession, type BrowserSession } from './browser-session.js';
import { SessionCookies } from './session-cookies.js';
import type { SignedIn } from './session-issuer.js';
import { SessionMissing } from './sessions.errors.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { WorkspaceSwitchService } from './workspace-switch.service.js';

const credentials = z.object({ email: emailAddress, password: z.string().max(1024) });
const destination = z.object({ workspaceId: z.string().max(100) });
const invitation = z.object({ token: z.string().max(200) });

/** Sessions of browsers: what GraphQL does with tokens in the answer, with tokens in cookies. */
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly switches: WorkspaceSwitchService,
    private readonly invitations: InvitationAcceptanceService,
    private readonly ownAccount: OwnAccount,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  async open(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BrowserSession> {
    const { email, password } = parseInput(credentials, request.body, 'body');
    const signedIn = await this.signIns.signIn(ctx, { email, password, address: request.ip, kind: 'cookie' });
    return this.answer(reply, signedIn);
  }

  @Get()
  @RequireSignedIn()
  async show(@Ctx() ctx: RequestContext): Promise<{ user: UserType }> {
    return { user: await this.ownAccount.read(ctx) };
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  async refresh(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BrowserSession> {
    const token = this.cookies.refreshTokenOf(request);
    if (token === undefined) throw new SessionMissing();
    return this.answer(reply, await this.sessions.refresh(ctx, token, this.cookies.proofOf(request)));
  }

  @Post('workspace')
  @HttpCode(200)
  @RequireSignedIn()
  async switchWorkspace(
    @Ctx() ctx: RequestContext,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BrowserSession> {
    const { workspaceId } = parseInput(destination, body, 'body');
    const id = fromGlobalId(workspacePrefix, workspaceId, () => new WorkspaceNotFound());
    return this.answer(reply, await this.switches.switchTo(ctx, id, 'cookie'));
  }

  @Post('invitation')
  @HttpCode(200)
  @RequireSignedIn()
  async acceptInvitation(
    @Ctx() ctx: RequestContext,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BrowserSession> {
    const { token } = parseInput(invitation, body, 'body');
    return this.answer(reply, await this.invitations.accept(ctx, token, 'cookie'));
  }

  @Delete()
  @HttpCode(204)
  @Public()
  async close(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = this.cookies.refreshTokenOf(request);
    if (token !== undefined) await this.sessions.signOut(ctx, token, this.cookies.proofOf(request));
    this.cookies.clear(reply);
  }

  private answer(reply: FastifyReply, signedIn: SignedIn): BrowserSession {
    return toBrowserSession(signedIn, this.cookies.set(reply, signedIn));
  }
}
