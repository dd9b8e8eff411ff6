import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

/** The codes of https://developers.brevo.com/docs/how-it-works, and those of its token service (RFC 6749, section 5.2). */
const kinds: Readonly<Record<string, Verdict['kind']>> = {
  unauthorized: 'credential_rejected',
  invalid_client: 'credential_rejected',
  unauthorized_client: 'credential_rejected',
  invalid_grant: 'credential_rejected',
  invalid_scope: 'rights_missing',
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
  const kind = kindOf(reply.status, code, message ?? '');
  if (kind !== 'rights_missing') return kind && { kind, code, message };
  return { kind, code, message, missing: [message ?? code] };
}

function kindOf(status: number, code: string, message: string): Verdict['kind'] | null {
  // The key is right, but the account takes requests from known servers only: https://developers.brevo.com/docs/ip-security
  if (status === 401 && /IP address/i.test(message)) return 'rights_missing';
  const kind = kinds[code];
  if (kind) return kind;
  if (status === 402 || status === 403) return 'rights_missing';
  return status === 400 || status === 406 || status === 422 ? 'invalid_input' : null;
}

/** Brevo counts most of its limits by the hour; this is for when it does not tell how much of it is left. */
const untoldMs = 600_000;

/** Brevo itself sends no Retry-After: https://developers.brevo.com/docs/limit-headers */
function resetMs({ headers }: RawReply): number | undefined {
  const seconds = Number(headers['x-sib-ratelimit-reset'] ?? NaN);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
  return headers['retry-after'] === undefined ? untoldMs : undefined;
}
