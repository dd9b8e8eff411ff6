import type { RawReply, Verdict } from '../../kernel/http/index.js';
import { jsonObject, textOf } from './read-json.js';

/** The errors that new credentials mend. */
const refusals: ReadonlySet<string> = new Set([
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
]);

/**
 * What a token service refuses with: `{ error, error_description }` (RFC 6749, section 5.2). Null for what has another form, and
 * for what no new credentials mend. For vendors whose API answers in a form of its own.
 */
export function readOAuthFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const code = textOf(body.error);
  if (code === undefined) return null;
  const said = { code, message: textOf(body.error_description) };
  if (reply.status === 429) return { kind: 'rate_limited', ...said };
  const refused = (reply.status === 400 || reply.status === 401) && refusals.has(code);
  return refused ? { kind: 'credential_rejected', ...said } : null;
}

/** What the `error` of a token service means whatever its status, for vendors whose API says `{ error }` too. */
export function kindOfOAuthError(code: string | undefined): Verdict['kind'] | null {
  switch (code) {
    case 'invalid_client':
    case 'invalid_grant':
    case 'unauthorized_client':
      return 'credential_rejected';
    case 'invalid_scope':
      return 'rights_missing';
    default:
      return null;
  }
}
