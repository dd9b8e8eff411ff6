import type { RequestContext } from '../context/index.js';

/** The workspace to filter by; null for a platform ADMIN who has entered none, and so reads across all. */
export function workspaceOf(ctx: RequestContext): string | null {
  return ctx.access === 'admin' ? null : ctx.workspaceId;
}
