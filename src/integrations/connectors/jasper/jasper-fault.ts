import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { kindOfOAuthError } from '../../core/oauth-fault.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';
import { kindOfStatus, saidVerdict } from '../../core/vendor-verdict.js';

/** `{ requestId, resource, errors }` or `{ message }`; `{ error }` of the token service: https://developers.jasper.ai/docs/errors */
export function readJasperFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const code = textOf(body.error);
  const message = textOf(body.error_description) ?? messageIn(body.errors) ?? messageIn(body.message);
  if (code === undefined && message === undefined) return null;
  // 403 mostly means a workspace that is not on the Business plan, or a token of a user without the role for it.
  return saidVerdict(kindOfOAuthError(code) ?? kindOfStatus(reply.status), { code, message });
}

/** A text, or texts and objects with one. */
function messageIn(value: unknown): string | undefined {
  const texts = (Array.isArray(value) ? value : [value]).flatMap(
    (each: unknown) => textOf(each) ?? textOf(objectOf(each).message) ?? [],
  );
  return texts.length === 0 ? undefined : texts.join('; ');
}
