import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Ctx, Public } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { AppError, toClientError } from '../../kernel/errors/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
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
    private readonly log: AppLogger,
  ) {}

  @Get('callback')
  @Public()
  async callback(
    @Ctx() ctx: RequestContext,
    @Query() given: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.type('text/html; charset=utf-8').header('content-security-policy', callbackPagePolicy);
    // The address holds the code: it is not to be kept, and not to be told to whoever is linked from here.
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const parsed = query.safeParse(given);
    const { state, code, auth_code: authCode } = parsed.success ? parsed.data : query.parse({});
    try {
      const userId = ctx.actor.userId ?? null;
      const done = await this.authorizations.finish(ctx, { state, code: code ?? authCode ?? null, userId });
      return callbackPage(done.locale, { integration: done.integrationName });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.log.warn('integrations.authorization_failed', { error });
      void reply.status(toClientError(error, ctx.locale).status);
      return callbackPage(ctx.locale, { fault: error.safeMessage });
    }
  }
}
