import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { readOAuthFault } from '../../core/oauth-fault.js';
import { jsonObject, textOf } from '../../core/read-json.js';
import { kindOfStatus } from '../../core/vendor-verdict.js';

/** LinkedIn names the resource that is closed, not the scope that opens it. */
const scopesOfResources: readonly (readonly [RegExp, string])[] = [
  [/lead/i, 'r_marketing_leadgen_automation'],
  [/userinfo|\bme\b|profile/i, 'openid profile or r_basicprofile'],
  [/socialAction|socialMetadata|comment/i, 'r_organization_social_feed or w_organization_social_feed'],
  [/post|share\b|ugc|image|video|document/i, 'w_member_social or w_organization_social'],
  [/organization|networkSize/i, 'rw_organization_admin'],
  [/message|conversation/i, 'Messages API (approved partners)'],
];

/** The version that we ask for is no longer served: nothing that a user can mend. */
const versionRetired = 426;

/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling */
export function readLinkedInFault(reply: RawReply): Verdict | null {
  const refusal = readOAuthFault(reply);
  if (refusal) return refusal;
  const body = jsonObject(reply);
  const message = textOf(body.message);
  const code = textOf(body.code) ?? numberText(body.serviceErrorCode);
  const kind = reply.status === versionRetired ? 'upstream_unavailable' : kindOfStatus(reply.status);
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
