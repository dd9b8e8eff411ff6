import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { readGoogleFault, type GoogleFault } from '../../families/google/google-fault.js';
import { analyticsScope } from './google-analytics.auth.js';

/** https://developers.google.com/analytics/devguides/reporting/data/v1/errors */
export function readGoogleAnalyticsFault(reply: RawReply): Verdict | null {
  return readGoogleFault(reply, (fault) => {
    if (fault.status === 403) return { kind: 'rights_missing', missing: [missingRight(fault)] };
    return fault.status === 429 ? { kind: 'rate_limited', retryAfterMs: fault.retryDelayMs } : null;
  });
}

/** The scope, the API that the cloud project has not enabled, or else the role on the property. */
function missingRight({ reasons, disabledService }: GoogleFault): string {
  if (reasons.includes('ACCESS_TOKEN_SCOPE_INSUFFICIENT')) return analyticsScope;
  if (reasons.includes('SERVICE_DISABLED')) return disabledService ?? 'analyticsdata.googleapis.com';
  return 'Viewer';
}
