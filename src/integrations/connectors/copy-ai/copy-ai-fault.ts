import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';
import { kindOfStatus, saidVerdict } from '../../core/vendor-verdict.js';

/** `{ status: "error", errorCode, message?, details? }`: https://support.fullcast.com/apidocs/register-webhook-2 */
export function readCopyAiFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const code = textOf(body.errorCode);
  const message = textOf(body.message) ?? textOf(body.details);
  if (code === undefined && message === undefined) return null;
  // The workspace has used up its workflow credits; the key is fine.
  const spent = code === 'WORKFLOW_CREDIT_LIMIT_REACHED';
  return saidVerdict(spent ? 'rights_missing' : kindOfStatus(reply.status), { code, message });
}
