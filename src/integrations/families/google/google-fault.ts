import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { readOAuthFault } from '../../core/oauth-fault.js';
import { jsonObject } from '../../core/read-json.js';
import { kindOfStatus } from '../../core/vendor-verdict.js';

/** https://cloud.google.com/apis/design/errors#error_model, with the older list of reasons beside it. */
const apiFault = z.object({
  error: z.object({
    message: z.string().nullish(),
    status: z.string().nullish(),
    errors: z.array(z.object({ reason: z.string().nullish() })).nullish(),
    details: z
      .array(
        z.object({
          reason: z.string().nullish(),
          retryDelay: z.string().nullish(),
          metadata: z.object({ service: z.string().nullish() }).nullish(),
        }),
      )
      .nullish(),
  }),
});
type ApiFault = z.output<typeof apiFault>['error'];

/** What Google's APIs say of a refusal besides its status. */
export interface GoogleFault {
  status: number;
  /** In Google's own words: `SERVICE_DISABLED`, `quotaExceeded`. */
  reasons: readonly string[];
  /** The API that the cloud project has not enabled, where the fault names one. */
  disabledService: string | undefined;
  /** By `google.rpc.RetryInfo`. */
  retryDelayMs: number | undefined;
}

/**
 * Reads what Google's token service and its APIs refuse with.
 *
 * @param ownMeaning What one API means by a fault where it means anything of its own.
 */
export function readGoogleFault(reply: RawReply, ownMeaning: (fault: GoogleFault) => Verdict | null): Verdict | null {
  // `invalid_grant`: revoked, expired, or a clock that is wrong. Google answers it with 400.
  const refusal = readOAuthFault(reply);
  if (refusal) return refusal;
  const fault = apiFault.safeParse(jsonObject(reply)).data?.error;
  if (!fault) return null;
  const { status } = reply;
  const kind = kindOfStatus(status);
  const verdict = ownMeaning({ status, ...detailsOf(fault) }) ?? (kind && { kind });
  return verdict && { ...verdict, code: fault.status ?? undefined, message: fault.message ?? undefined };
}

function detailsOf({ status, errors, details }: ApiFault): Omit<GoogleFault, 'status'> {
  const reasons = [...(errors ?? []), ...(details ?? [])].map(({ reason }) => reason);
  return {
    reasons: [status, ...reasons].filter((reason) => typeof reason === 'string'),
    disabledService: details?.find(({ metadata }) => metadata?.service)?.metadata?.service ?? undefined,
    retryDelayMs: msOf(details?.find(({ retryDelay }) => retryDelay)?.retryDelay ?? ''),
  };
}

/** "30s" */
function msOf(duration: string): number | undefined {
  const seconds = Number.parseFloat(duration);
  return Number.isNaN(seconds) ? undefined : Math.ceil(seconds * 1000);
}
