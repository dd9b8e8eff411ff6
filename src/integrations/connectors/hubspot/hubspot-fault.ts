import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';
import { kindOfStatus } from '../../core/vendor-verdict.js';

const hourMs = 3_600_000;
const scopes = z.array(z.string()).optional().catch(undefined);
const context = z
  .object({ requiredGranularScopes: scopes, requiredScopes: scopes, missingScopes: scopes })
  .optional()
  .catch(undefined);
const scopeReply = z.object({ context, errors: z.array(z.object({ context })).optional().catch(undefined) });

/** Answers of the token service: https://developers.hubspot.com/docs/api-reference/latest/authentication/oauth-tokens/guide */
const tokenFaults = /^(BAD_(REFRESH_TOKEN|AUTH_CODE|CLIENT_ID|CLIENT_SECRET|REDIRECT_URI)|invalid_(grant|client))$/;

const kinds: Readonly<Record<number, Verdict['kind']>> = {
  // Locked for two seconds by a burst of writes.
  423: 'rate_limited',
  // The account moves to another data centre; Retry-After tells how long.
  477: 'upstream_unavailable',
};

/** https://developers.hubspot.com/docs/api/error-handling */
export function readHubspotFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const message = textOf(body.message) ?? textOf(body.error_description);
  if (message === undefined) return null;
  const said = { code: textOf(body.category) ?? textOf(body.errorType) ?? textOf(body.error), message };
  if (isTokenFault(body)) return { kind: 'credential_rejected', ...said };
  const kind = kinds[reply.status] ?? kindOfStatus(reply.status);
  if (!kind) return null;
  if (kind === 'rights_missing') return { kind, ...said, missing: scopesIn(body) ?? [message] };
  return { kind, ...said, retryAfterMs: retryAfterMs(reply, textOf(body.policyName)) };
}

function isTokenFault({ status, error }: Readonly<Record<string, unknown>>): boolean {
  return [status, error].some((code) => tokenFaults.test(textOf(code) ?? ''));
}

function scopesIn(body: Readonly<Record<string, unknown>>): string[] | undefined {
  const { data } = scopeReply.safeParse(body);
  const contexts = [data?.context, ...(data?.errors ?? []).map((error) => error.context)];
  const found = contexts.flatMap(
    (each) => each?.requiredGranularScopes ?? each?.missingScopes ?? each?.requiredScopes ?? [],
  );
  return found.length > 0 ? [...new Set(found)] : undefined;
}

/** A day's quota comes back at midnight of the account, which the reply does not tell. */
function retryAfterMs({ status, headers }: RawReply, policy: string | undefined): number | undefined {
  if (headers['retry-after'] !== undefined) return undefined;
  if (status === 423) return 2_000;
  if (status !== 429) return undefined;
  if (policy === 'DAILY') return hourMs;
  if (policy === 'TEN_SECONDLY_ROLLING') return Number(headers['x-hubspot-ratelimit-interval-milliseconds']) || 10_000;
  return 1_000;
}
