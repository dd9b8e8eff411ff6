import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

const tokenKinds: Readonly<Record<string, Verdict['kind']>> = {
  invalid_client: 'credential_rejected',
  unauthorized_client: 'credential_rejected',
  invalid_grant: 'credential_rejected',
  invalid_scope: 'rights_missing',
};

/** `{ requestId, resource, errors }` or `{ message }`; `{ error }` of the token service: https://developers.jasper.ai/docs/errors */
export function readJasperFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const code = textOf(body.error);
  const message = textOf(body.error_description) ?? messageIn(body.errors) ?? messageIn(body.message);
  if (code === undefined && message === undefined) return null;
  const kind = tokenKinds[code ?? ''] ?? kindOf(reply.status);
  if (kind !== 'rights_missing') return kind && { kind, code, message };
  return { kind, code, message, missing: [message ?? code ?? ''] };
}

function kindOf(status: number): Verdict['kind'] | null {
  if (status === 401) return 'credential_rejected';
  // Mostly a workspace that is not on the Business plan, or a token of a user without the role for it.
  if (status === 403) return 'rights_missing';
  if (status === 404) return 'not_found';
  if (status === 429) return 'rate_limited';
  return status === 400 || status === 422 ? 'invalid_input' : null;
}

/** A text, or texts and objects with one. */
function messageIn(value: unknown): string | undefined {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => {
    const held = typeof each === 'object' && each !== null && 'message' in each ? each.message : each;
    return textOf(held) ?? [];
  });
  return texts.length === 0 ? undefined : texts.join('; ');
}
