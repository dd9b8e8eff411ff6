import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

/** LinkedIn names the resource that is closed, not the scope that opens it. */
const scopesOfResources: readonly (readonly [RegExp, string])[] = [
  [/lead/i, 'r_marketing_leadgen_automation'],
  [/userinfo|\bme\b|profile/i, 'openid profile or r_basicprofile'],
  [/socialAction|socialMetadata|comment/i, 'r_organization_social_feed or w_organization_social_feed'],
  [/post|share\b|ugc|image|video|document/i, 'w_member_social or w_organization_social'],
  [/organization|networkSize/i, 'rw_organization_admin'],
  [/message|conversation/i, 'Messages API (approved partners)'],
];

const kindsOfStatuses: Readonly<Record<number, Verdict['kind']>> = {
  400: 'invalid_input',
  401: 'credential_rejected',
  403: 'rights_missing',
  404: 'not_found',
  409: 'conflict',
  422: 'invalid_input',
  // The version that we ask for is no longer served: nothing that a user can mend.
  426: 'upstream_unavailable',
  429: 'rate_limited',
};

/** The errors of a token service that new credentials mend. */
const refusals: readonly string[] = ['invalid_grant', 'invalid_client', 'unauthorized_client', 'invalid_request'];

/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling */
export function readLinkedInFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const refusal = tokenVerdict(body, reply.status);
  if (refusal) return refusal;
  const message = textOf(body.message);
  const code = textOf(body.code) ?? numberText(body.serviceErrorCode);
  const kind = kindsOfStatuses[reply.status];
  if (!kind || message === undefined) return null;
  switch (kind) {
    case 'rights_missing':
      return { kind, code, message, missing: missingBy(message) };
    case 'rate_limited':
      return { kind, code, message, retryAfterMs: untilMidnight(message, reply) };
    case 'invalid_input':
      return { kind: /duplicate/i.test(`${code ?? ''} ${message}`) ? 'conflict' : kind, code, message };
    default:
      return { kind, code, message };
  }
}

/** The token service alone answers in the form of RFC 6749, section 5.2. */
function tokenVerdict(body: Readonly<Record<string, unknown>>, status: number): Verdict | null {
  const code = textOf(body.error);
  if (code === undefined) return null;
  const said = { code, message: textOf(body.error_description) };
  if (status === 429) return { kind: 'rate_limited', ...said };
  const refused = (status === 400 || status === 401) && refusals.includes(code);
  return refused ? { kind: 'credential_rejected', ...said } : null;
}

function missingBy(message: string): string[] {
  const resource = /permissions to access: (\S+)/i.exec(message)?.[1] ?? message;
  const known = scopesOfResources.find(([pattern]) => pattern.test(resource));
  return [known?.[1] ?? message];
}

/** Daily limits end at midnight UTC: https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits */
function untilMidnight(message: string, { headers }: RawReply): number | undefined {
  const now = Date.parse(headers.date ?? '');
  if (!/\bDAY limit\b/i.test(message) || Number.isNaN(now)) return undefined;
  const dayMs = 24 * 60 * 60 * 1000;
  return dayMs - (now % dayMs);
}

function numberText(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : undefined;
}
