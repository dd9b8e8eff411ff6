import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { kindOfOAuthError } from '../../core/oauth-fault.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';
import { kindOfStatus, saidVerdict } from '../../core/vendor-verdict.js';

/**
 * Grammarly documents no error bodies. What is seen of them is `{ error, error_description }` from its token service, and
 * `{ message }` or `{ error: { message } }` from the rest.
 */
export function readGrammarlyFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const code = textOf(body.error);
  const message = textOf(body.error_description) ?? textOf(body.message) ?? textOf(objectOf(body.error).message);
  if (code === undefined && message === undefined) return null;
  return saidVerdict(kindOfOAuthError(code) ?? kindOfStatus(reply.status), { code, message });
}
