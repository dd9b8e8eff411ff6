import { uuidv7 } from './ids.js';
import type { Access, RequestContext } from './request-context.js';
import { continueTrace } from './trace.js';

/** The workspace of what no workspace owns yet; made by the first migration. */
export const deploymentWorkspaceId = '00000000-0000-7000-8000-000000000000';

export interface SystemContextOptions {
  /** The part of this server that acts, as the log and the audit name it: `webhooks.relay`. */
  actor: string;
  workspaceId?: string | undefined;
  access?: Access | undefined;
  requestId?: string | undefined;
  traceparent?: string | undefined;
}

/** The context of work that no person asked for: relay, schedulers, webhook handlers. */
export function systemContext(options: SystemContextOptions): RequestContext {
  return {
    workspaceId: options.workspaceId ?? deploymentWorkspaceId,
    actor: { id: options.actor, kind: 'system', role: 'SYSTEM', permissions: [] },
    locale: 'fr',
    requestId: options.requestId ?? uuidv7(),
    trace: continueTrace(options.traceparent),
    access: options.access ?? 'tenant',
  };
}
