import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

/** `{ status: "error", errorCode, message?, details? }`: https://support.fullcast.com/apidocs/register-webhook-2 */
export function readCopyAiFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const code = textOf(body.errorCode);
  const message = textOf(body.message) ?? textOf(body.details);
  if (code === undefined && message === undefined) return null;
  const kind = kindOf(reply.status, code ?? '');
  if (kind !== 'rights_missing') return kind && { kind, code, message };
  return { kind, code, message, missing: [message ?? code ?? ''] };
}

function kindOf(status: number, code: string): Verdict['kind'] | null {
  // The workspace has used up its workflow credits; the key is fine.
  if (code === 'WORKFLOW_CREDIT_LIMIT_REACHED' || status === 402 || status === 403) return 'rights_missing';
  if (status === 401) return 'credential_rejected';
  if (status === 404) return 'not_found';
  if (status === 429) return 'rate_limited';
  return status === 400 || status === 422 ? 'invalid_input' : null;
}
