import { z } from 'zod';
import type { BackoffPlan } from '../../caller/backoff-plan.js';
import { membersOf, type Members } from '../http/vapi-request.js';

const backoffPlan: z.ZodType<BackoffPlan> = z.object({
  type: z.enum(['fixed', 'exponential']).default('fixed'),
  maxRetries: z.number().default(0),
  baseDelaySeconds: z.number().default(1),
  excludedStatusCodes: z.array(z.number()).default([]),
});

const vapiServer = z.object({
  url: z.url(),
  timeoutSeconds: z.number().default(20),
  headers: z.record(z.string(), z.string()).default({}),
  credentialId: z.string().optional(),
  backoffPlan: backoffPlan.nullish(),
});

/** Where Vapi sends messages, and how. */
export type VapiServer = z.output<typeof vapiServer>;

/** Who could name a server for the messages of a call. */
export interface ServerLevels {
  readonly assistant: Members | null;
  readonly phoneNumber: Members;
  readonly org: unknown;
}

/**
 * The one server that gets a message: the first that is named, and no other where it fails.
 * https://docs.vapi.ai/server-url/setting-server-urls
 */
export function effectiveServer({ assistant, phoneNumber, org }: ServerLevels, tool?: Members): VapiServer | null {
  for (const level of [tool?.server, membersOf(assistant).server, phoneNumber.server, org]) {
    const server = vapiServer.safeParse(level);
    if (server.success) return server.data;
  }
  return null;
}
