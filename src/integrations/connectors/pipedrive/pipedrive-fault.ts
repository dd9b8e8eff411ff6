import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

const hourMs = 3_600_000;
/** Pipedrive does not tell how long a block lasts. */
const blockedMs = 300_000;

/** https://pipedrive.readme.io/docs/core-api-concepts-http-status-codes */
export function readPipedriveFault(reply: RawReply): Verdict | null {
  if (isBlocked(reply)) return { kind: 'rate_limited', code: 'blocked', retryAfterMs: blockedMs };
  const body = jsonObject(reply);
  const said = { code: codeOf(body), message: textOf(body.error_description) ?? textOf(body.error) };
  if (said.message === undefined) return null;
  switch (reply.status) {
    case 401:
      return { kind: 'credential_rejected', ...said };
    case 402:
    case 403:
      return { kind: 'rights_missing', ...said, missing: [rightIn(said)] };
    case 429:
      return { kind: 'rate_limited', ...said, retryAfterMs: retryAfterMs(reply) };
    case 400:
      return { kind: body.error === 'invalid_grant' ? 'credential_rejected' : 'invalid_input', ...said };
    default:
      return null;
  }
}

/**
 * Who goes on after 429s is answered 403 with an HTML page for a while; Pipedrive's own refusals are JSON:
 * https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting#limiting-high-volume-traffic
 */
function isBlocked({ status, headers, text }: RawReply): boolean {
  return status === 403 && ((headers['content-type'] ?? '').includes('html') || /^\s*<(!doctype |)html/i.test(text));
}

function codeOf({ code, errorCode, error }: Readonly<Record<string, unknown>>): string | undefined {
  const found = code ?? errorCode ?? error;
  return typeof found === 'number' ? String(found) : textOf(found);
}

/** Codes such as `feature_capping_deals` name the limit of a plan; the rest is said in words only. */
function rightIn({ code, message = '' }: { code: string | undefined; message: string | undefined }): string {
  return code !== undefined && /^[a-z]+(_[a-z]+)+$/.test(code) ? code : message;
}

/** The window is 2 seconds; a budget that is used up comes back at midnight of a clock that Pipedrive does not tell. */
function retryAfterMs({ headers }: RawReply): number | undefined {
  if (headers['x-daily-ratelimit-token-remaining'] === '0') return hourMs;
  const seconds = Number(headers['x-ratelimit-reset']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}
