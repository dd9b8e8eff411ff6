import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';
import { kindOfStatus, untilReset } from '../../core/vendor-verdict.js';

/** `{ errors: [{ message, field, help }] }`: https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses */
export function readSendGridFault(reply: RawReply): Verdict | null {
  const message = messageOf(jsonObject(reply).errors);
  const kind = reply.status === 413 ? 'invalid_input' : kindOfStatus(reply.status);
  if (message === undefined || !kind) return null;
  if (kind === 'rate_limited') return { kind, message, retryAfterMs: untilReset(reply, 'x-ratelimit-reset') };
  return { kind, message, ...(kind === 'rights_missing' && { missing: [missingRight(message)] }) };
}

/** Mail from a sender that is not verified is refused like a request without its scope. */
function missingRight(message: string): string {
  return /sender identity|from address/i.test(message) ? 'verified sender identity' : message;
}

function messageOf(errors: unknown): string | undefined {
  if (!Array.isArray(errors)) return undefined;
  const messages = errors.flatMap((error: unknown) => {
    const { field: named, message } = objectOf(error);
    const [field, text] = [textOf(named), textOf(message)];
    return text === undefined ? [] : [field === undefined || field === 'null' ? text : `${field}: ${text}`];
  });
  return messages.length === 0 ? undefined : messages.join(' ');
}
