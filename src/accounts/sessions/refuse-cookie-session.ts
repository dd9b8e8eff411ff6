import type { RequestContext } from '../../kernel/context/index.js';
import { UseSessionRoute } from './sessions.errors.js';

/** For operations that answer with tokens: a script in the browser must not get those of a session in a cookie. */
export function refuseCookieSession(ctx: RequestContext, route: string): void {
  if (ctx.actor.session?.kind === 'cookie') throw new UseSessionRoute(route);
}
