import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

/** `{ errors: [{ message, field, help }] }`: https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses */
export function readSendGridFault(reply: RawReply): Verdict | null {
  const message = messageOf(jsonObject(reply).errors);
  const kind = kindOf(reply.status);
  if (message === undefined || !kind) return null;
  if (kind === 'rate_limited') return { kind, message, retryAfterMs: untilReset(reply.headers) };
  return { kind, message, ...(kind === 'rights_missing' && { missing: [missingRight(message)] }) };
}

function kindOf(status: number): Verdict['kind'] | null {
  if (status === 401) return 'credential_rejected';
  if (status === 403) return 'rights_missing';
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rate_limited';
  return status === 400 || status === 413 ? 'invalid_input' : null;
}

/** Mail from a sender that is not verified is refused like a request without its scope. */
function missingRight(message: string): string {
  return /sender identity|from address/i.test(message) ? 'verified sender identity' : message;
}

function messageOf(errors: unknown): string | undefined {
  if (!Array.isArray(errors)) return undefined;
  const messages = errors.flatMap((error: unknown) => {
    if (typeof error !== 'object' || error === null || !('message' in error)) return [];
    const field = 'field' in error ? textOf(error.field) : undefined;
    const text = textOf(error.message);
    return text === undefined ? [] : [field === undefined || field === 'null' ? text : `${field}: ${text}`];
  });
  return messages.length === 0 ? undefined : messages.join(' ');
}

/** The moment of the next allowance, in Unix seconds, against the moment of the reply itself. */
function untilReset(headers: RawReply['headers']): number | undefined {
  const [reset, date] = [Number(headers['x-ratelimit-reset'] ?? Number.NaN), Date.parse(headers.date ?? '')];
  const ms = reset * 1000 - date;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
