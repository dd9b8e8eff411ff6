import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';
import { analyticsScope } from './google-analytics.auth.js';

/** https://cloud.google.com/apis/design/errors#error_model */
const apiFault = z.object({
  error: z.object({
    message: z.string().nullish(),
    status: z.string().nullish(),
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

/** https://developers.google.com/analytics/devguides/reporting/data/v1/errors */
export function readGoogleAnalyticsFault(reply: RawReply): Verdict | null {
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
  switch (status) {
    case 400:
      return { kind: 'invalid_input', ...said };
    case 401:
      return { kind: 'credential_rejected', ...said };
    case 403:
      return { kind: 'rights_missing', ...said, missing: [missingRight(fault)] };
    case 404:
      return { kind: 'not_found', ...said };
    case 429:
      return { kind: 'rate_limited', ...said, retryAfterMs: retryDelayMs(fault) };
    default:
      return null;
  }
}

/** The scope, the API that the cloud project has not enabled, or else the role on the property. */
function missingRight({ details }: ApiFault): string {
  const detail = details?.find(({ reason }) => reason);
  if (detail?.reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT') return analyticsScope;
  if (detail?.reason === 'SERVICE_DISABLED') return detail.metadata?.service ?? 'analyticsdata.googleapis.com';
  return 'Viewer';
}

/** `google.rpc.RetryInfo`: "30s". */
function retryDelayMs({ details }: ApiFault): number | undefined {
  const seconds = Number.parseFloat(details?.find(({ retryDelay }) => retryDelay)?.retryDelay ?? '');
  return Number.isNaN(seconds) ? undefined : Math.ceil(seconds * 1000);
}
