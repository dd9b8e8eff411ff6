import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Ctx, Public } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { acceptInvitationPage } from './accept-invitation.page.js';
import { renderPage, type FormPage } from './page.js';
import { resetPasswordPage } from './reset-password.page.js';

/** The pages that mailed links lead to. */
@Controller()
export class PagesController {
  @Get('reset-password')
  @Public()
  resetPassword(@Ctx() ctx: RequestContext, @Res({ passthrough: true }) reply: FastifyReply): string {
    return show(resetPasswordPage, ctx, reply);
  }

  @Get('accept-invitation')
  @Public()
  acceptInvitation(@Ctx() ctx: RequestContext, @Res({ passthrough: true }) reply: FastifyReply): string {
    return show(acceptInvitationPage, ctx, reply);
  }
}

function show(page: FormPage, { locale }: RequestContext, reply: FastifyReply): string {
  const { html, contentSecurityPolicy } = renderPage(page, locale);
  void reply.type('text/html; charset=utf-8').header('content-security-policy', contentSecurityPolicy);
  return html;
}
