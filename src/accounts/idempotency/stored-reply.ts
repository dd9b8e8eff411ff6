import { z } from 'zod';

/** An answer as it went out, for whoever asks the same again. */
export interface StoredReply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

export const storedReply = z.object({
  status: z.number().int(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  body: z.string(),
});

const passing = new Set(['INTERNAL', 'UPSTREAM_UNAVAILABLE', 'RATE_LIMITED']);

const graphqlAnswer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }).optional() })).optional(),
});

/**
 * Whether an answer is the outcome for good. One that says "try again" is not kept, so that trying again does something;
 * but where a part of a GraphQL operation took effect, repeating it would do that part twice.
 */
export function isFinal(reply: StoredReply): boolean {
  if (reply.status >= 500 || reply.status === 429) return false;
  const answer = graphqlAnswer.safeParse(parsed(reply.body));
  if (!answer.success || !answer.data.errors) return true;
  const failed = answer.data.errors.some(({ extensions }) => extensions !== undefined && passing.has(extensions.code));
  const tookEffect = Object.values(answer.data.data ?? {}).some((value) => value !== null);
  return !failed || tookEffect;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
