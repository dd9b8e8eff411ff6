import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Authenticator, Ctx, Public } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { AppError, toClientError } from '../../kernel/errors/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { sessionCookieIn } from '../../kernel/web/index.js';
import { Authorizations } from './authorizations.service.js';
import { callbackPage, callbackPagePolicy } from './callback.page.js';

const one = z.string().max(4_000);
/** What else a vendor adds is not read. TikTok's business sign-in calls the code `auth_code`. */
const query = z.object({ state: one.default(''), code: one.optional(), auth_code: one.optional() });

/** Where vendors send the browser of a person who let us in, or did not. */
@Controller('api/integrations/oauth')
export class CallbackController {
  constructor(
    private readonly authorizations: Authorizations,
    private readonly authenticator: Authenticator,
    private readonly log: AppLogger,
  ) {}

  @Get('callback')
  @Public()
  async callback(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.type('text/html; charset=utf-8').header('content-security-policy', callbackPagePolicy);
    // The address holds the code: it is not to be kept, and not to be told to whoever is linked from here.
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const parsed = query.safeParse(request.query);
    const { state, code, auth_code: authCode } = parsed.success ? parsed.data : query.parse({});
    try {
      const userId = ctx.actor.userId ?? (await this.userOf(request));
      const done = await this.authorizations.finish(ctx, { state, code: code ?? authCode ?? null, userId });
      return callbackPage(done.locale, { integration: done.integrationName });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.log.warn('integrations.authorization_failed', { error });
      void reply.status(toClientError(error, ctx.locale).status);
      return callbackPage(ctx.locale, { fault: error.safeMessage });
    }
  }

  /** A vendor's redirect brings the session cookie, and no CSRF header: the state stands in for that. */
  private async userOf({ headers }: FastifyRequest): Promise<string | null> {
    const cookie = sessionCookieIn(headers.cookie);
    return cookie === undefined ? null : this.authenticator.userOfCookie(cookie);
  }
}
