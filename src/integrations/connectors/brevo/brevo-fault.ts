import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { kindOfOAuthError } from '../../core/oauth-fault.js';
import { jsonObject, textOf } from '../../core/read-json.js';
import { kindOfStatus, saidVerdict } from '../../core/vendor-verdict.js';

/** https://developers.brevo.com/docs/how-it-works */
const kinds: Readonly<Record<string, Verdict['kind']>> = {
  unauthorized: 'credential_rejected',
  permission_denied: 'rights_missing',
  not_enough_credits: 'rights_missing',
  account_under_validation: 'rights_missing',
  document_not_found: 'not_found',
  duplicate_parameter: 'conflict',
  duplicate_request: 'conflict',
  campaign_processing: 'conflict',
  campaign_sent: 'conflict',
};

/** Brevo says `{ code, message }`, its token service `{ error, error_description }`. */
export function readBrevoFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const code = textOf(body.code) ?? textOf(body.error);
  const message = textOf(body.message) ?? textOf(body.error_description);
  if (reply.status === 429) return { kind: 'rate_limited', code, message, retryAfterMs: resetMs(reply) };
  if (code === undefined) return null;
  return saidVerdict(kindOf(reply.status, code, message ?? ''), { code, message });
}

function kindOf(status: number, code: string, message: string): Verdict['kind'] | null {
  // The key is right, but the account takes requests from known servers only: https://developers.brevo.com/docs/ip-security
  if (status === 401 && /IP address/i.test(message)) return 'rights_missing';
  const kind = kinds[code] ?? kindOfOAuthError(code);
  if (kind) return kind;
  return status === 406 ? 'invalid_input' : kindOfStatus(status);
}

/** Brevo counts most of its limits by the hour; this is for when it does not tell how much of it is left. */
const untoldMs = 600_000;

/** Brevo itself sends no Retry-After: https://developers.brevo.com/docs/limit-headers */
function resetMs({ headers }: RawReply): number | undefined {
  const seconds = Number(headers['x-sib-ratelimit-reset'] ?? NaN);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
  return headers['retry-after'] === undefined ? untoldMs : undefined;
}
