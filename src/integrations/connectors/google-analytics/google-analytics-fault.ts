import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import {
  disabledService,
  readGoogleFault,
  reasonsOf,
  retryDelayMs,
  type GoogleFault,
} from '../../families/google/google-fault.js';
import { analyticsScope } from './google-analytics.auth.js';

/** https://developers.google.com/analytics/devguides/reporting/data/v1/errors */
export function readGoogleAnalyticsFault(reply: RawReply): Verdict | null {
  return readGoogleFault(reply, (status, fault) => {
    if (status === 403) return { kind: 'rights_missing', missing: [missingRight(fault)] };
    return status === 429 ? { kind: 'rate_limited', retryAfterMs: retryDelayMs(fault) } : null;
  });
}

/** The scope, the API that the cloud project has not enabled, or else the role on the property. */
function missingRight(fault: GoogleFault): string {
  const reasons = reasonsOf(fault);
  if (reasons.includes('ACCESS_TOKEN_SCOPE_INSUFFICIENT')) return analyticsScope;
  if (reasons.includes('SERVICE_DISABLED')) return disabledService(fault) ?? 'analyticsdata.googleapis.com';
  return 'Viewer';
}
