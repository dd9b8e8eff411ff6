import { openDescriptions, type WireRequest } from '../../../test/conformance/descriptions/description.js';
import type { TwilioReceived } from '../twilio/http/twilio-request.js';

/** Says what Twilio's own description has against a request and its answer; nothing when both are as described. */
export type TwilioCheck = (
  request: Pick<TwilioReceived, 'method' | 'host' | 'path' | 'search' | 'headers' | 'text'>,
  reply?: { readonly status: number; readonly body: unknown },
) => string[];

/** Checks against `twilio-api-v2010.json`; what belongs to Twilio's other products is described elsewhere and passes. */
export async function twilioCheck(specsFolder: string): Promise<TwilioCheck> {
  const [description] = await openDescriptions(specsFolder, ['twilio-api-v2010.json']);
  return (request, reply) => {
    if (!request.path.startsWith('/2010-04-01/')) return [];
    const wire = wireOf(request);
    const operation = description?.operation(wire);
    if (!operation) return [`${request.method} ${request.path} is not described`];
    const said = reply ? operation.replyProblems(reply.status, reply.body).filter((each) => !isDeviation(each)) : [];
    return [...operation.problems(wire), ...said].map((problem) => `${operation.name}: ${problem}`);
  };
}

/**
 * What is wrong with requests that our client sent, all in one list.
 *
 * @example
 * expect(await twilioRequestFaults(specsFolder(), twilio.received)).toEqual([]);
 */
export async function twilioRequestFaults(specsFolder: string, received: readonly TwilioReceived[]): Promise<string[]> {
  const check = await twilioCheck(specsFolder);
  return received.flatMap((request) => check(request));
}

/** By the description's own examples these are paths, and empty where nothing is set. */
function isDeviation(problem: string): boolean {
  return problem.endsWith('must match format "uri"');
}

function wireOf({ method, host, path, search, headers, text }: Parameters<TwilioCheck>[0]): WireRequest {
  const body = text === '' ? null : Buffer.from(withoutCleared(text));
  return { method, url: new URL(`https://${host || 'api.twilio.com'}${path}${search}`), headers, body };
}

/** An empty text takes a value away, which the patterns of values know nothing of. */
function withoutCleared(form: string): string {
  return new URLSearchParams([...new URLSearchParams(form)].filter(([, value]) => value !== '')).toString();
}
