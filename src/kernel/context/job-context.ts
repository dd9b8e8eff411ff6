import { z } from 'zod';
import { uuidv7 } from './ids.js';
import type { RequestContext } from './request-context.js';
import { continueTrace, toTraceparent } from './trace.js';

/** The part of a context that travels in a job: ids only, no permissions, no secrets. */
export const jobContextSchema = z.object({
  workspaceId: z.uuid(),
  actorId: z.string(),
  locale: z.enum(['en', 'fr']),
  requestId: z.string(),
  traceparent: z.string(),
});
export type JobContext = z.infer<typeof jobContextSchema>;

export function toJob(ctx: RequestContext): JobContext {
  return {
    workspaceId: ctx.workspaceId,
    actorId: ctx.actor.id,
    locale: ctx.locale,
    requestId: ctx.requestId,
    traceparent: toTraceparent(ctx.trace),
  };
}

/** A job acts for its workspace as this server; who asked for it stays in `actor.id` for log and audit. */
export function fromJob(job: JobContext): RequestContext {
  return {
    workspaceId: job.workspaceId,
    actor: { id: job.actorId, kind: 'system', role: 'SYSTEM', permissions: [] },
    locale: job.locale,
    requestId: job.requestId || uuidv7(),
    trace: continueTrace(job.traceparent),
    access: 'tenant',
  };
}
