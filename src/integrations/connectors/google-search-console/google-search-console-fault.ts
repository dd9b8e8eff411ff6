import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { readGoogleFault, type GoogleFault } from '../../families/google/google-fault.js';
import { webmastersScope } from './google-search-console.auth.js';

const scopeReasons = ['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions'];
const disabledReasons = ['SERVICE_DISABLED', 'accessNotConfigured'];
const rateReasons = ['RATE_LIMIT_EXCEEDED', 'RESOURCE_EXHAUSTED', 'rateLimitExceeded', 'userRateLimitExceeded'];
const quotaReasons = ['quotaExceeded', 'dailyLimitExceeded'];
// "If you exceed your quota, wait 15 minutes": https://developers.google.com/webmaster-tools/limits
const quotaWaitMs = 15 * 60_000;

/** https://developers.google.com/webmaster-tools/v1/errors */
export function readGoogleSearchConsoleFault(reply: RawReply): Verdict | null {
  return readGoogleFault(reply, ownMeaning);
}

function ownMeaning({ status, reasons, disabledService, retryDelayMs }: GoogleFault): Verdict | null {
  const has = (known: readonly string[]) => reasons.some((reason) => known.includes(reason));
  if (has(quotaReasons)) return { kind: 'rate_limited', retryAfterMs: retryDelayMs ?? quotaWaitMs };
  if (has(rateReasons)) return { kind: 'rate_limited', retryAfterMs: retryDelayMs };
  if (has(scopeReasons)) return { kind: 'rights_missing', missing: [webmastersScope] };
  if (has(disabledReasons)) {
    return { kind: 'rights_missing', missing: [disabledService ?? 'searchconsole.googleapis.com'] };
  }
  // Not a user of the property, or one with too few rights.
  return status === 403 ? { kind: 'rights_missing', missing: ['siteFullUser'] } : null;
}
