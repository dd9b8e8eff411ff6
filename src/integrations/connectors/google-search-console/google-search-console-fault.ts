import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';
import { webmastersScope } from './google-search-console.auth.js';

/** https://cloud.google.com/apis/design/errors#error_model, with the older list of reasons beside it. */
const apiFault = z.object({
  error: z.object({
    message: z.string().nullish(),
    status: z.string().nullish(),
    errors: z.array(z.object({ reason: z.string().nullish() })).nullish(),
    details: z
      .array(
        z.object({
          reason: z.string().nullish(),
          retryDelay: z.string().nullish(),
          metadata: z.object({ service: z.string().nullish() }).nullish(),
        }),
      )
      .nullish(),
  }),
});
type ApiFault = z.output<typeof apiFault>['error'];

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const tokenFault = z.object({ error: z.string(), error_description: z.string().nullish() });

/** The errors of the token service that new credentials mend. */
const refusals: readonly string[] = ['invalid_grant', 'invalid_client', 'unauthorized_client', 'invalid_request'];

const scopeReasons = ['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions'];
const disabledReasons = ['SERVICE_DISABLED', 'accessNotConfigured'];
const rateReasons = ['RATE_LIMIT_EXCEEDED', 'RESOURCE_EXHAUSTED', 'rateLimitExceeded', 'userRateLimitExceeded'];
const quotaReasons = ['quotaExceeded', 'dailyLimitExceeded'];
// "If you exceed your quota, wait 15 minutes": https://developers.google.com/webmaster-tools/limits
const quotaWaitMs = 15 * 60_000;

/** https://developers.google.com/webmaster-tools/v1/errors */
export function readGoogleSearchConsoleFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const token = tokenFault.safeParse(body);
  if (token.success) return tokenVerdict(reply.status, token.data);
  const api = apiFault.safeParse(body);
  return api.success ? apiVerdict(reply.status, api.data.error) : null;
}

/** `invalid_grant`: revoked, expired, or a clock that is wrong. Google answers it with 400. */
function tokenVerdict(status: number, { error, error_description }: z.output<typeof tokenFault>): Verdict | null {
  const said = { code: error, message: error_description ?? undefined };
  if (status === 429) return { kind: 'rate_limited', ...said };
  const refused = (status === 400 || status === 401) && refusals.includes(error);
  return refused ? { kind: 'credential_rejected', ...said } : null;
}

function apiVerdict(status: number, fault: ApiFault): Verdict | null {
  const said = { code: fault.status ?? undefined, message: fault.message ?? undefined };
  const reasons = reasonsOf(fault);
  const has = (known: readonly string[]) => reasons.some((reason) => known.includes(reason));
  if (has(quotaReasons)) return { kind: 'rate_limited', ...said, retryAfterMs: retryDelayMs(fault) ?? quotaWaitMs };
  if (has(rateReasons)) return { kind: 'rate_limited', ...said, retryAfterMs: retryDelayMs(fault) };
  if (has(scopeReasons)) return { kind: 'rights_missing', ...said, missing: [webmastersScope] };
  if (has(disabledReasons)) return { kind: 'rights_missing', ...said, missing: [disabledService(fault)] };
  if (status === 401) return { kind: 'credential_rejected', ...said };
  // Not a user of the property, or one with too few rights.
  if (status === 403) return { kind: 'rights_missing', ...said, missing: ['siteFullUser'] };
  if (status === 404) return { kind: 'not_found', ...said };
  return status === 400 ? { kind: 'invalid_input', ...said } : null;
}

function reasonsOf({ status, errors, details }: ApiFault): string[] {
  const reasons = [...(errors ?? []), ...(details ?? [])].map(({ reason }) => reason);
  return [status, ...reasons].filter((reason) => typeof reason === 'string');
}

function disabledService({ details }: ApiFault): string {
  return details?.find(({ metadata }) => metadata?.service)?.metadata?.service ?? 'searchconsole.googleapis.com';
}

/** `google.rpc.RetryInfo`: "30s". */
function retryDelayMs({ details }: ApiFault): number | undefined {
  const seconds = Number.parseFloat(details?.find(({ retryDelay }) => retryDelay)?.retryDelay ?? '');
  return Number.isNaN(seconds) ? undefined : Math.ceil(seconds * 1000);
}
