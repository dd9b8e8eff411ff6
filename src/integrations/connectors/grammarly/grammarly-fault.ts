import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

/** Of the token service (RFC 6749, section 5.2). */
const tokenKinds: Readonly<Record<string, Verdict['kind']>> = {
  invalid_client: 'credential_rejected',
  unauthorized_client: 'credential_rejected',
  invalid_scope: 'rights_missing',
};

/**
 * Grammarly documents no error bodies. What is seen of them is `{ error, error_description }` from its token service, and
 * `{ message }` or `{ error: { message } }` from the rest.
 */
export function readGrammarlyFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const code = textOf(body.error);
  const message = textOf(body.error_description) ?? textOf(body.message) ?? messageIn(body.error);
  if (code === undefined && message === undefined) return null;
  const kind = tokenKinds[code ?? ''] ?? kindOf(reply.status);
  if (kind !== 'rights_missing') return kind && { kind, code, message };
  return { kind, code, message, missing: [message ?? code ?? ''] };
}

function kindOf(status: number): Verdict['kind'] | null {
  if (status === 401) return 'credential_rejected';
  if (status === 403) return 'rights_missing';
  if (status === 404) return 'not_found';
  if (status === 429) return 'rate_limited';
  return status === 400 || status === 422 ? 'invalid_input' : null;
}

function messageIn(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined;
  return textOf(error.message);
}
